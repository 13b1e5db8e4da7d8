package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Strings that nobody runs: what code hands to a check, a log or an option's definition, as in `assertDenied("rm -rf /")`, and titles.
public final class Quotations {
    private static final Lexicon WORDS = Lexicon.beside(Quotations.class, "quotations.tsv");
    private static final Set<String> CALLEES = WORDS.list("callees");
    private static final Set<String> LEVELS = WORDS.list("levels");
    private static final Set<String> JUDGING = WORDS.list("judging");
    private static final Set<String> LISTS = WORDS.list("lists");
    private static final Set<String> PREFIXES = WORDS.list("prefixes");
    private static final Set<String> RUNNERS = WORDS.list("runners");
    private static final Set<String> WANTING = WORDS.list("wanting");
    private static final Set<String> TITLED = WORDS.list("titled");
    private static final Set<String> OPENING = WORDS.list("opening");
    private static final Set<String> MESSAGES = WORDS.list("messages");
    private static final Set<String> SPOKEN = WORDS.list("spoken");
    private static final Set<String> REFUSALS = WORDS.list("refusals");
    private static final Set<String> ACCEPTED = WORDS.list("accepted");
    private static final int NEAR = 7;
    private static final int LOOKS = 24;

    private Quotations() {}

    public static boolean hold(Words words, int index) {
        return isTitle(words, index) || isArgument(words, index) || isRefusal(words, index);
    }

    /// The error message reads: "Refused: `rm -rf /srv` is not permitted here."
    private static boolean isRefusal(Words words, int index) {
        var word = words.get(index);
        if (!Items.isQuotation(word) || !word.before().isWithinSentence()) {
            return false;
        }
        var spoken = false;
        for (var i = index - 1; i >= 0 && i > index - NEAR && words.get(i + 1).before().isWithinSentence(); i--) {
            spoken = spoken || SPOKEN.contains(words.get(i).lower());
            if (spoken && MESSAGES.contains(words.get(i).lower())) {
                return REFUSALS.stream().map(refusal -> refusal.replace('-', ' ')).anyMatch(word.lower()::contains)
                        && ACCEPTED.stream().noneMatch(word.lower()::contains);
            }
        }
        return false;
    }

    /// The article "Why rm -rf is no solution".
    private static boolean isTitle(Words words, int index) {
        var word = words.get(index);
        if (index == 0 || !Items.isQuotation(word) || !word.before().isWithinSentence()) {
            return false;
        }
        var title = word.lower();
        var first = title.substring(0, Math.max(0, title.indexOf(' ')));
        return TITLED.contains(words.get(index - 1).lower()) && OPENING.contains(first);
    }

    private static boolean isArgument(Words words, int index) {
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
