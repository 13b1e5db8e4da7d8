package dev.wingman.screening.boundaries.forms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Lexicon;

/// Reads `forms.tsv`: lists of words, parts with a name, and forms made of them. A form is a row of words, names of lists in capitals and
/// names of parts behind `$`; `( | )`, `?`, `*` and `+` are those of regular expressions.
final class Grammar {
    private final Map<String, String> parts = new HashMap<>();
    private final Symbols symbols;
    private final Automaton automaton;
    private final int begin;
    private final int middle;

    Grammar(Lexicon table) {
        var lists = new HashMap<String, Set<String>>();
        var reserved = new HashSet<String>();
        var cancelling = new HashSet<String>();
        var deeds = new HashSet<String>();
        var executing = new HashSet<String>();
        var literals = new HashSet<String>();
        for (var row : table.rows()) {
            switch (row.getFirst()) {
                case "reserved" -> reserved.addAll(table.words(row.get(1)));
                case "cancelling" -> cancelling.addAll(table.words(row.get(1)));
                case "deeds" -> deeds.addAll(table.words(row.get(1)));
                case "executing" -> executing.addAll(table.words(row.get(1)));
                case "part" -> parts.put(row.get(1), row.get(2));
                default -> {
                }
            }
            for (var token : tokens(row.getLast())) {
                if (Character.isLowerCase(token.charAt(0)) || Character.isDigit(token.charAt(0))) {
                    literals.add(token);
                } else if (Character.isUpperCase(token.charAt(0)) && token.length() > 1) {
                    lists.put(token, table.list(token.toLowerCase(Locale.ROOT)));
                }
            }
        }
        Stream.of(reserved, deeds, cancelling, executing).flatMap(Set::stream)
                .forEach(name -> lists.put(name, table.list(name.toLowerCase(Locale.ROOT))));
        symbols = new Symbols(lists, reserved, cancelling, deeds, executing, literals);
        automaton = new Automaton(symbols);
        begin = automaton.state();
        middle = automaton.state();
        var start = automaton.state();
        automaton.free(begin, start);
        automaton.free(begin, middle);
        automaton.edge(middle, Symbols.CALM, middle);
        automaton.edge(middle, Symbols.MARK, start);
        List.of("and", "but", "or", "so").forEach(word -> automaton.edge(middle, word, start));
        for (var row : table.rows()) {
            for (var kind : Kind.values()) {
                if (row.getFirst().equals(kind.name().toLowerCase(Locale.ROOT))) {
                    automaton.accept(build(row.get(1), start), kind);
                }
            }
        }
    }

    Symbols symbols() {
        return symbols;
    }

    Automaton.Reading read(boolean fromBegin) {
        return automaton.from(fromBegin ? begin : middle);
    }

    private static List<String> tokens(String form) {
        var spaced = form.replace("(", " ( ").replace(")", " ) ").replace("|", " | ").replace("?", " ? ")
                .replace("*", " * ").replace("+", " + ").strip();
        return spaced.isEmpty() ? List.of() : List.of(spaced.split(" +"));
    }

    private int build(String form, int from) {
        var rest = new ArrayDeque<>(tokens(form));
        var end = choice(rest, from);
        if (!rest.isEmpty()) {
            throw new IllegalStateException("too many brackets in: " + form);
        }
        return end;
    }

    private int choice(Deque<String> rest, int from) {
        var end = automaton.state();
        automaton.free(row(rest, from), end);
        while ("|".equals(rest.peek())) {
            rest.pop();
            automaton.free(row(rest, from), end);
        }
        return end;
    }

    private int row(Deque<String> rest, int from) {
        var at = from;
        while (!rest.isEmpty() && !"|".equals(rest.peek()) && !")".equals(rest.peek())) {
            at = repeated(rest, at);
        }
        return at;
    }

    private int repeated(Deque<String> rest, int before) {
        var from = automaton.state();
        automaton.free(before, from);
        var to = one(rest, from);
        var mark = rest.isEmpty() ? "" : rest.peek();
        if (Set.of("?", "*", "+").contains(mark)) {
            rest.pop();
            var end = automaton.state();
            automaton.free(to, end);
            if (!mark.equals("+")) {
                automaton.free(from, end);
            }
            if (!mark.equals("?")) {
                automaton.free(to, from);
            }
            return end;
        }
        return to;
    }

    private int one(Deque<String> rest, int from) {
        var token = rest.pop();
        if (token.equals("(")) {
            var end = choice(rest, from);
            rest.pop();
            return end;
        }
        if (token.startsWith("$")) {
            var part = parts.get(token.substring(1));
            if (part == null) {
                throw new IllegalStateException("no part is called " + token);
            }
            return build(part, from);
        }
        var to = automaton.state();
        automaton.edge(from, token, to);
        return to;
    }
}
