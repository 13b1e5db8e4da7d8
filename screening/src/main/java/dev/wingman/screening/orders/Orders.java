package dev.wingman.screening.orders;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;

/// All lines of `orders.tsv`, by each form of their verbs.
final class Orders {
    /// How a verb stands there: "delete", "deleted", "deleting", "deletion".
    enum Form {
        BASE, PARTICIPLE, GERUND, NOUN
    }

    static final Lexicon GRAMMAR = Lexicon.beside(Orders.class, "grammar.tsv");
    private static final Map<String, Map<Form, Candidates>> BY_WORD = load();

    private Orders() {}

    /// All words by which an order may begin.
    static Set<String> words() {
        return BY_WORD.keySet();
    }

    /// The orders that a word may begin, by the form in which it stands there.
    static Map<Form, Candidates> of(String word) {
        return BY_WORD.getOrDefault(word, Map.of());
    }

    private static Map<String, Map<Form, Candidates>> load() {
        var table = Lexicon.beside(Orders.class, "orders.tsv");
        var byVerb = new HashMap<String, Candidates>();
        var byDeed = new HashMap<String, Candidates>();
        var deeds = pairs("deeds");
        for (var row : table.rows()) {
            var action = Action.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
            var nouns = row.subList(2, 5).stream().map(column -> Nouns.of(table::list, table.words(column))).toList();
            for (var written : table.words(row.get(1))) {
                var verb = written.replaceAll("[<>]", "");
                var parts = List.of(verb.split("_"));
                var order = new Order(action, parts.subList(1, parts.size()),
                        Order.Reach.of(written.substring(verb.length())), nouns.get(0), nouns.get(1), nouns.get(2));
                byVerb.computeIfAbsent(parts.getFirst(), _ -> new Candidates()).add(order);
                deeds.getOrDefault(verb, List.of()).forEach(
                        deed -> byDeed.computeIfAbsent(deed, _ -> new Candidates()).add(order.asDeed()));
            }
        }
        return byForm(byVerb, byDeed);
    }

    private static Map<String, Map<Form, Candidates>> byForm(Map<String, Candidates> byVerb,
            Map<String, Candidates> byDeed) {
        var irregular = pairs("irregular");
        var byWord = new HashMap<String, Map<Form, Candidates>>();
        byVerb.forEach((verb, orders) -> {
            put(byWord, verb, Form.BASE, orders);
            participles(verb, irregular).forEach(form -> put(byWord, form, Form.PARTICIPLE, orders));
            gerunds(verb).forEach(form -> put(byWord, form, Form.GERUND, orders));
        });
        byDeed.forEach((deed, orders) -> put(byWord, deed, Form.NOUN, orders));
        return Map.copyOf(byWord);
    }

    /// For each verb of a list of pairs `form/verb` its forms.
    private static Map<String, List<String>> pairs(String list) {
        return GRAMMAR.list(list).stream().map(pair -> pair.split("/"))
                .collect(Collectors.groupingBy(pair -> pair[1], Collectors.mapping(pair -> pair[0],
                        Collectors.toUnmodifiableList())));
    }

    private static void put(Map<String, Map<Form, Candidates>> byWord, String word, Form form, Candidates orders) {
        byWord.computeIfAbsent(word, _ -> new EnumMap<>(Form.class)).merge(form, orders, Candidates::joined);
    }

    /// Every spelling that the rules of English give, right or not: a wrong one is no word.
    private static Set<String> participles(String verb, Map<String, List<String>> irregular) {
        var stem = verb.substring(0, verb.length() - 1);
        var forms = new HashSet<>(irregular.getOrDefault(verb, List.of()));
        forms.addAll(List.of(verb + "ed", verb + "d", stem + "ied", verb + verb.charAt(verb.length() - 1) + "ed"));
        return forms;
    }

    private static Set<String> gerunds(String verb) {
        var stem = verb.substring(0, verb.length() - 1);
        return Set.of(verb + "ing", stem + "ing", verb + verb.charAt(verb.length() - 1) + "ing");
    }
}
