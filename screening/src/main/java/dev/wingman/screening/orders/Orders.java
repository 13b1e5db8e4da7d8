package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.shell.Words;

/// All lines of `orders.tsv`, by each form of their verbs.
final class Orders {
    /// How a verb stands there: "delete", "deleted", "deleting".
    enum Form {
        BASE, PARTICIPLE, GERUND
    }

    private static final int NEAR = 20;
    static final Lexicon GRAMMAR = Lexicon.beside(Orders.class, "grammar.tsv");
    private static final Map<String, Map<Form, List<Order>>> BY_WORD = load();

    /// For each word the nouns of its orders.
    private static final Map<String, Set<String>> NOUNS = nouns();

    private Orders() {}

    private static Map<String, Set<String>> nouns() {
        var nouns = new HashMap<String, Set<String>>();
        BY_WORD.forEach((word, forms) -> forms.values().forEach(orders -> orders.forEach(
                order -> nouns.computeIfAbsent(word, _ -> new HashSet<>()).addAll(order.nouns()))));
        return nouns;
    }

    /// Whether any noun of its orders stands near the word: most times none does, and nothing more need be asked.
    static boolean concern(Words words, int index) {
        var known = NOUNS.getOrDefault(words.get(index).program(), Set.of());
        for (var i = Math.max(0, index - NEAR); i < Math.min(words.size(), index + NEAR); i++) {
            var word = words.get(i);
            if (i != index && (known.contains(word.lower()) || word.text().indexOf('/') >= 0)) {
                return true;
            }
        }
        return false;
    }

    /// All words by which an order may begin.
    static Set<String> words() {
        return BY_WORD.keySet();
    }

    /// The orders that a word may begin, by the form in which it stands there.
    static Map<Form, List<Order>> of(String word) {
        return BY_WORD.getOrDefault(word, Map.of());
    }

    private static Map<String, Map<Form, List<Order>>> load() {
        var table = Lexicon.beside(Orders.class, "orders.tsv");
        var irregular = new HashMap<String, String>();
        GRAMMAR.list("irregular").forEach(pair -> irregular.put(pair.substring(pair.indexOf('/') + 1),
                pair.substring(0, pair.indexOf('/'))));
        var byWord = new HashMap<String, Map<Form, List<Order>>>();
        for (var row : table.rows()) {
            var action = Action.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
            var nouns = row.subList(2, 5).stream().map(column -> Nouns.of(table, column)).toList();
            for (var verb : table.words(row.get(1))) {
                var far = verb.endsWith(">");
                var parts = List.of(verb.replace(">", "").split("_"));
                var order = new Order(action, parts.subList(1, parts.size()), far, verb.endsWith(">>"), nouns.get(0),
                        nouns.get(1),
                        nouns.get(2));
                add(byWord, parts.getFirst(), Form.BASE, order);
                participles(parts.getFirst(), irregular).forEach(form -> add(byWord, form, Form.PARTICIPLE, order));
                gerunds(parts.getFirst()).forEach(form -> add(byWord, form, Form.GERUND, order));
            }
        }
        return Map.copyOf(byWord);
    }

    private static void add(Map<String, Map<Form, List<Order>>> byWord, String word, Form form, Order order) {
        byWord.computeIfAbsent(word, _ -> new EnumMap<>(Form.class)).computeIfAbsent(form, _ -> new ArrayList<>())
                .add(order);
    }

    /// Every spelling that the rules of English give, right or not: a wrong one is no word.
    private static Set<String> participles(String verb, Map<String, String> irregular) {
        var stem = verb.substring(0, verb.length() - 1);
        return new HashSet<>(Arrays.asList(verb + "ed", verb + "d", stem + "ied",
                verb + verb.charAt(verb.length() - 1) + "ed", irregular.getOrDefault(verb, verb + "ed")));
    }

    private static Set<String> gerunds(String verb) {
        var stem = verb.substring(0, verb.length() - 1);
        return Set.of(verb + "ing", stem + "ing", verb + verb.charAt(verb.length() - 1) + "ing");
    }
}
