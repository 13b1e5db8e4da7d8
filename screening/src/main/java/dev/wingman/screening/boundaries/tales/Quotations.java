package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Strings that code hands to a check, a log or an option's definition, none of which runs them: `assertDenied("rm -rf /")`.
public final class Quotations {
    private static final Set<String> CALLEES = Set.of("valuesource", "csvsource", "add_argument", "add_option",
            "addoption", "rule", "isallowed", "refuses", "denies", "rejects", "screen", "forbidden", "it", "describe",
            "displayname",
            "test", "expectdenied", "expectrefused", "mustdeny", "shoulddeny", "boolvar", "boolp", "flag", "option",
            "addargument",
            "isdangerous", "contains", "startswith", "endswith", "indexof", "includes", "matches", "equals",
            "tocontain",
            "parametrize", "testcase", "inlinedata", "doesnotcontain", "tobe", "toequal", "isequalto", "hasmessage");
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "warning", "error");
    private static final Set<String> JUDGING = Set.of("denied", "forbidden", "refused", "rejected", "blocked",
            "dangerous");
    private static final Set<String> LISTS = Set.of("list.of", "set.of", "stream.of", "arrays.aslist");
    private static final Set<String> PREFIXES = Set.of("assert", "expect", "refute", "verifydenied");
    /// They hand on what they are given, and so may whoever is asked about it.
    private static final Set<String> RUNNERS = Set.of("system", "exec", "run", "call", "popen", "shell", "execute",
            "spawn", "eval",
            "sh", "bash", "query", "check_call", "check_output", "execsync", "spawnsync");
    private static final Set<String> WANTING = Set.of("succeed", "accepted", "allowed", "permitted", "executes",
            "passes");
    private static final int LOOKS = 24;

    private Quotations() {}

    public static boolean hold(Words words, int index) {
        var open = index;
        while (open > 0 && open > index - LOOKS && words.get(open).before() == Gap.SPACE
                && isOneOfStrings(words, open)) {
            open--;
        }
        if (open == 0 || words.get(open).before() != Gap.CODE) {
            return false;
        }
        var callee = words.get(open - 1);
        return callee.punctuation() == ' ' && callee.end() == words.get(open).start() - 1
                && (isHarmless(callee.lower()) || LISTS.contains(callee.lower()) && isJudged(words, index));
    }

    /// Whether a word and the one before are neighbours in a list of arguments.
    private static boolean isOneOfStrings(Words words, int index) {
        var before = words.get(index - 1);
        return before.punctuation() == ',' || before.text().endsWith(",") || before.text().equals("=")
                || words.get(index).text().equals("=") || before.text().endsWith("=");
    }

    /// Whether a test says later in the line that each of the list is denied.
    private static boolean isJudged(Words words, int index) {
        for (var i = index + 1; i < Math.min(words.size(), index + LOOKS) && !words.get(i).before().isNewLine(); i++) {
            var word = words.get(i).lower();
            if (RUNNERS.contains(word.substring(word.lastIndexOf('.') + 1))) {
                return false;
            }
            if (PREFIXES.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(String callee) {
        var dot = callee.lastIndexOf('.');
        var method = callee.substring(dot + 1).replace("@", "");
        if (RUNNERS.contains(method) || WANTING.stream().anyMatch(method::contains)) {
            return false;
        }
        var log = dot > 0 && LEVELS.contains(method)
                && (callee.startsWith("log") || callee.startsWith("console") || callee.startsWith("slf4j"));
        return log || JUDGING.stream().anyMatch(method::contains) || CALLEES.contains(method)
                || PREFIXES.stream().anyMatch(method::startsWith);
    }
}
