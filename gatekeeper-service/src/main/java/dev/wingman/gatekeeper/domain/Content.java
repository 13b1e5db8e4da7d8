package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a text says anything. One that only repeats the points' names, or puts off to later, does not.
final class Content {

    private static final Set<String> EMPTY_WORDS = Set.of("tbd", "tba", "tbc", "todo", "none", "na", "n", "a",
            "nothing",
            "null", "nil", "nan", "later", "pending", "fixme", "xxx", "wip", "unknown", "no", "not", "applicable",
            "yes",
            "ok", "okay", "to", "be", "done", "determined", "defined", "decided", "announced", "confirmed", "filled",
            "in", "see", "above", "below", "the", "is", "are", "it", "this", "that", "as", "yet", "at", "moment", "now",
            "will", "add", "added", "needed", "necessary", "required", "any", "we", "have", "has", "there", "for",
            "point", "section", "here", "placeholder", "and", "or", "of", "our", "my", "follow", "follows", "soon",
            "empty", "blank", "idem", "ditto", "same", "lorem", "ipsum", "dolor", "sit", "amet", "available",
            "specified", "provided", "discussed", "team", "by", "time", "known", "relevant", "coming", "sure",
            "unclear", "asdf",
            "keine", "entf\u00e4llt", "\u306a\u3057", "\u66ab\u7121", "\u6682\u65e0", "\u65e0", "\u3164");
    /// For each point the names of all, and what else it is called itself.
    private static final Map<Point, Pattern> NAMES = Arrays.stream(Point.values())
            .collect(Collectors.toUnmodifiableMap(point -> point, Content::names));
    private static final int LETTERS_AT_LEAST = 2;

    private Content() {}

    /// It looks no further than the first words that say something.
    static boolean isReal(Point point, String text) {
        var own = point.ownWords();
        var name = Objects.requireNonNull(NAMES.get(point)).matcher(text).useTransparentBounds(true);
        var letters = 0;
        var at = nextWord(text, 0);
        while (at < text.length() && letters < LETTERS_AT_LEAST) {
            var end = wordEnd(text, at);
            if (name.region(at, text.length()).lookingAt()) {
                end = name.end();
            } else {
                var word = text.substring(at, end).toLowerCase(Locale.ROOT);
                letters += word.length() < LETTERS_AT_LEAST || EMPTY_WORDS.contains(word) || own.contains(word)
                        ? 0
                        : word.length();
            }
            at = nextWord(text, end);
        }
        return letters >= LETTERS_AT_LEAST;
    }

    private static Pattern names(Point point) {
        var all = Stream.concat(point.synonyms().stream(),
                Arrays.stream(Point.values()).flatMap(each -> each.names().stream()));
        return Pattern.compile("\\b(?:" + all.distinct().sorted(Comparator.comparing(String::length).reversed())
                .map(name -> name.replace(" ", "[\\s_-]?")).collect(Collectors.joining("|")) + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int nextWord(String text, int from) {
        var at = from;
        while (at < text.length() && !isOfWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        var at = from;
        while (at < text.length() && isOfWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /// A letter or a number of any script.
    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }
}
