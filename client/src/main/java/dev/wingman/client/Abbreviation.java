package dev.wingman.client;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.MissingNode;

/// An id that somebody cut short. Ids that follow from time share their beginnings, so an end counts as well; what could mean two
/// means none.
final class Abbreviation {
    private static final Pattern WHOLE = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int LEAST = 4;

    private Abbreviation() {}

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    static Reply<String> among(String text, Collection<String> ids) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.length() < LEAST) {
            return no("Too short", "give at least " + LEAST + " characters of the id");
        }
        var found = ids.stream().distinct().filter(id -> id.startsWith(wanted) || id.endsWith(wanted)).toList();
        return switch (found.size()) {
            case 1 -> new Reply.Ok<>(found.getFirst(), MissingNode.getInstance());
            case 0 -> new Reply.No<>(new Refusal.Missing(
                    problem("Not found", "none has an id that starts or ends with " + text)));
            default -> no("Ambiguous", text + " could be any of " + String.join(", ", found));
        };
    }

    private static Reply<String> no(String title, String detail) {
        return new Reply.No<>(new Refusal.Rejected(problem(title, detail)));
    }

    private static Problem problem(String title, String detail) {
        return new Problem(404, title, detail, List.of(), MissingNode.getInstance());
    }
}
