package dev.wingman.screening.boundaries.tales;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private static final Set<String> REFUSALS = phrases("refusals");
    private static final Set<String> ACCEPTED = WORDS.list("accepted");
    private static final Set<String> ASKING_BACK = phrases("asking-back");
    private static final Set<String> FINAL = phrases("final");
    private static final Set<String> DIALOGS = WORDS.list("dialogs");
    private static final Set<String> DENYING = WORDS.list("denying");
    private static final int REACH = 60;
    private static final int NEAR = 7;
    private static final int LOOKS = 24;

    private Quotations() {}

    /// Their words are parted by blanks, which a list writes as hyphens.
    private static Set<String> phrases(String name) {
        return WORDS.list(name).stream().map(phrase -> phrase.replace('-', ' '))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static boolean hold(Words words, int index) {
        return isTitle(words, index) || isArgument(words, index) || isMessage(words, index)
                || isOfADenyList(words, index);
    }

    /// The error message reads: "Refused: `rm -rf /srv` is not permitted here." The dialog says: "This will delete all volumes."
    private static boolean isMessage(Words words, int index) {
        var word = words.get(index);
        if (!Items.isQuotation(word) || !word.before().isWithinSentence()) {
            return false;
        }
        var spoken = false;
        for (var i = index - 1; i >= 0 && i > index - NEAR && words.get(i + 1).before().isWithinSentence(); i--) {
            spoken = spoken || SPOKEN.contains(words.get(i).lower());
            if (spoken && (MESSAGES.contains(words.get(i).lower()) || DIALOGS.contains(words.get(i).lower()))) {
                return (refuses(word.lower()) || asksBack(word.lower()))
                        && ACCEPTED.stream().noneMatch(word.lower()::contains);
            }
        }
        return false;
    }

    /// What goes on behind a sign of a shell is a command itself.
    private static boolean refuses(String message) {
        return REFUSALS.stream().anyMatch(message::contains) && message.indexOf(';') < 0 && message.indexOf('|') < 0
                && message.indexOf('&') < 0;
    }

    /// A command would stand behind a colon, or have flags.
    private static boolean asksBack(String message) {
        return message.indexOf(':') < 0 && !message.contains(" -")
                && (ASKING_BACK.stream().anyMatch(message::startsWith) || FINAL.stream().anyMatch(message::contains));
    }

    /// `FORBIDDEN = ["rm -rf", "mkfs"]`, where nothing behind it says the name again.
    private static boolean isOfADenyList(Words words, int index) {
        var name = words.get(index).isQuoted() ? listed(words, index) : -1;
        if (name < 0 || !DENYING.contains(bare(words.get(name).lower()))) {
            return false;
        }
        var said = bare(words.get(name).lower());
        return IntStream.range(index + 1, words.size()).limit(REACH)
                .noneMatch(i -> words.get(i).lower().contains(said) || words.get(i).lower().startsWith("above"))
                && index + REACH > words.size();
    }

    /// The name to which a list of strings is given that holds this one, or -1.
    private static int listed(Words words, int index) {
        var first = index;
        while (first > 0 && first > index - LOOKS && words.get(first - 1).isQuoted()
                && isOneOfStrings(words, first)) {
            first--;
        }
        if (first == 0) {
            return -1;
        }
        var before = words.get(first - 1);
        return before.text().equals("=") ? first - 2 : before.punctuation() == ':' ? first - 1 : -1;
    }

    private static String bare(String name) {
        return name.replace("\"", "").replace(":", "");
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
