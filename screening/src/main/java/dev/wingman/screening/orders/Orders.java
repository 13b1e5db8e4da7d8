package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;

/// All lines of `orders.tsv`, by each form of their verbs.
final class Orders {
    /// How a verb stands there: "delete", "deleted", "deleting".
    enum Form {
        BASE, PARTICIPLE, GERUND
    }

    /// An order in one form.
    record Spoken(Form form, Order order) {}

    static final Lexicon GRAMMAR = Lexicon.beside(Orders.class, "grammar.tsv");
    private static final Map<String, List<Spoken>> BY_WORD = load();

    private Orders() {}

    /// All words by which an order may begin.
    static Set<String> words() {
        return BY_WORD.keySet();
    }

    static List<Spoken> of(String word) {
        return BY_WORD.getOrDefault(word, List.of());
    }

    private static Map<String, List<Spoken>> load() {
        var table = Lexicon.beside(Orders.class, "orders.tsv");
        var irregular = new HashMap<String, String>();
        GRAMMAR.list("irregular").forEach(pair -> irregular.put(pair.substring(pair.indexOf('/') + 1),
                pair.substring(0, pair.indexOf('/'))));
        var byWord = new HashMap<String, List<Spoken>>();
        for (var row : table.rows()) {
            var action = Action.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
            var nouns = row.subList(2, 5).stream().map(column -> Nouns.of(table, column)).toList();
            for (var verb : table.words(row.get(1))) {
                var far = verb.endsWith(">");
                var parts = List.of((far ? verb.substring(0, verb.length() - 1) : verb).split("_"));
                var order = new Order(action, parts.subList(1, parts.size()), far, nouns.get(0), nouns.get(1),
                        nouns.get(2));
                add(byWord, parts.getFirst(), Form.BASE, order);
                participles(parts.getFirst(), irregular).forEach(form -> add(byWord, form, Form.PARTICIPLE, order));
                gerunds(parts.getFirst()).forEach(form -> add(byWord, form, Form.GERUND, order));
            }
        }
        return Map.copyOf(byWord);
    }

    private static void add(Map<String, List<Spoken>> byWord, String word, Form form, Order order) {
        byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(new Spoken(form, order));
    }

    /// Every spelling that the rules of English give, right or not: a wrong one is no word.
    private static Set<String> participles(String verb, Map<String, String> irregular) {
        var stem = verb.substring(0, verb.length() - 1);
        return new java.util.HashSet<>(Arrays.asList(verb + "ed", verb + "d", stem + "ied",
                verb + verb.charAt(verb.length() - 1) + "ed", irregular.getOrDefault(verb, verb + "ed")));
    }

    private static Set<String> gerunds(String verb) {
        var stem = verb.substring(0, verb.length() - 1);
        return Set.of(verb + "ing", stem + "ing", verb + verb.charAt(verb.length() - 1) + "ing");
    }
}
