package dev.wingman.screening.sql;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// The WHERE of a statement.
final class Condition {
    private static final Set<String> NOW = Set.of("<now", "<=now", "<current_timestamp", "<sysdate", "<getdate");
    /// What names the end of a row's life.
    private static final Set<String> ENDS = Set.of("expir", "until", "deadline", "valid_to", "ttl", "end_at", "ends_at",
            "ended_at", "delete_after", "purge_after");

    private Condition() {}

    /// Whether the rows are named: by a WHERE that is not true of all of them.
    static boolean stands(Words words, int from, int end) {
        for (var i = from; i + 1 < end; i++) {
            if (words.get(i).lower().startsWith("--")) {
                var line = i + 1;
                while (line < end && words.get(line).before().compareTo(Gap.LINE) < 0) {
                    line++;
                }
                i = line - 1;
            } else if (words.get(i).lower().equals("returning")) {
                return false;
            } else if (words.get(i).lower().equals("where")) {
                return !isAlwaysTrue(words, i + 1, end);
            }
        }
        return false;
    }

    private static boolean isAlwaysTrue(Words words, int from, int end) {
        var condition = new StringBuilder();
        for (var i = from; i < Math.min(end, from + 24); i++) {
            var word = words.get(i);
            condition.append(word.redirect() == ' ' ? "" : word.redirect()).append(word.lower()).append(' ');
        }
        var text = condition.toString().strip();
        for (var part : text.split(" or ")) {
            if (isTautology(part.replace(" ", ""))) {
                return true;
            }
        }
        return false;
    }

    /// "created < now" is true of every row; "expires_at < now" is not.
    private static boolean isPast(String condition) {
        return NOW.stream().anyMatch(condition::endsWith) && ENDS.stream().noneMatch(condition::contains);
    }

    private static boolean isTautology(String condition) {
        if (isTrueOfNumbers(condition) || condition.equals("existsselect1") || condition.equals("true")
                || condition.equals("1") || condition.equals("notfalse")
                || condition.endsWith("isnotnull") || isPast(condition)
                || condition.endsWith("like%") || condition.equals(">1") || condition.equals(">0")
                || condition.equals("''=''")
                || condition.endsWith(">0") && condition.startsWith("id") || condition.equals("current_user")) {
            return true;
        }
        var equals = condition.indexOf('=');
        return equals >= 0 && condition.substring(0, equals).equals(condition.substring(equals + 1).replace("=", ""));
    }

    /// `2 > 1`, as the reader leaves it: a number, a sign, a number.
    private static boolean isTrueOfNumbers(String condition) {
        var sign = Math.max(condition.indexOf('<'), condition.indexOf('>'));
        return sign > 0 && sign + 1 < condition.length()
                && condition.chars().filter(c -> c < '0' || c > '9').count() == 1;
    }
}
