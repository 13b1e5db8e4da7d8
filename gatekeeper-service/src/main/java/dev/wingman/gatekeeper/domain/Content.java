package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Lexicon;

/// Whether a text says anything. One that only repeats the points' names, or puts off to later, does not.
final class Content {

    private static final Lexicon WORDS = Lexicon.beside(Content.class, "put-offs.tsv");
    private static final Set<String> PUTS_OFF = WORDS.list("puts-off");
    private static final Set<String> MARKS = WORDS.list("marks");
    private static final Set<String> FILLS = WORDS.list("fills");
    /// For each point the names of all, and what else it is called itself.
    private static final Map<Point, Pattern> NAMES = Arrays.stream(Point.values())
            .collect(Collectors.toUnmodifiableMap(point -> point, Content::names));
    private static final int LETTERS_AT_LEAST = 2;
    private static final int WORDS_OF_A_SENTENCE = 5;
    private static final int WORDS_OF_A_LABEL = 4;
    private static final int LONGEST_LABEL = 120;
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*|.*:[*_]{0,3}", Pattern.DOTALL);
    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__).*\\1", Pattern.DOTALL);

    private Content() {}

    /// Where a point begins by putting off, only a whole sentence still says something. It looks no further than the first text that does.
    static boolean says(Point point, List<String> texts) {
        var begun = false;
        var putOff = false;
        for (var at = 0; at < texts.size(); at++) {
            var text = texts.get(at);
            if (isLabel(text, at == texts.size() - 1)) {
                continue;
            }
            if (isReal(point, text) && (!putOff || isSentence(text))) {
                return true;
            }
            putOff = begun ? putOff : hasOf(PUTS_OFF, text);
            begun = true;
        }
        return false;
    }

    /// What stands over something else says nothing by itself; in bold it may be an item, when nothing stands below it.
    private static boolean isLabel(String text, boolean last) {
        return text.length() <= LONGEST_LABEL && !hasWords(text, WORDS_OF_A_LABEL + 1)
                && (HEADING.matcher(text).matches() || !last && BOLD.matcher(text).matches());
    }

    private static boolean isSentence(String text) {
        return hasWords(text, WORDS_OF_A_SENTENCE);
    }

    private static boolean hasWords(String text, int count) {
        var at = nextWord(text, 0);
        for (var left = count; left > 1 && at < text.length(); left--) {
            at = nextWord(text, wordEnd(text, at));
        }
        return at < text.length();
    }

    private static boolean hasOf(Set<String> words, String text) {
        var at = nextWord(text, 0);
        while (at < text.length()) {
            var end = wordEnd(text, at);
            if (words.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = nextWord(text, end);
        }
        return false;
    }

    /// "TBD: see Jira", "tbd (ask ada)".
    private static boolean isMarked(String text) {
        var at = nextWord(text, 0);
        return MARKS.contains(text.substring(at, wordEnd(text, at)).toLowerCase(Locale.ROOT)) && !isSentence(text);
    }

    private static boolean isEmptyWord(Set<String> own, String word) {
        return word.length() < LETTERS_AT_LEAST || PUTS_OFF.contains(word) || FILLS.contains(word)
                || own.contains(word);
    }

    /// It looks no further than the first words that say something.
    private static boolean isReal(Point point, String text) {
        if (isMarked(text)) {
            return false;
        }
        var own = point.ownWords();
        var name = Objects.requireNonNull(NAMES.get(point)).matcher(text).useTransparentBounds(true);
        var letters = 0;
        var at = nextWord(text, 0);
        while (at < text.length() && letters < LETTERS_AT_LEAST) {
            var end = wordEnd(text, at);
            var word = text.substring(at, end).toLowerCase(Locale.ROOT);
            if (mayBeginName(word) && name.region(at, text.length()).lookingAt()) {
                end = name.end();
            } else {
                letters += isEmptyWord(own, word) ? 0 : word.length();
            }
            at = nextWord(text, end);
        }
        return letters >= LETTERS_AT_LEAST;
    }

    /// What lies beyond ASCII may be spelled in more than one way.
    private static boolean mayBeginName(String word) {
        return Point.mayBegin(word) || word.chars().anyMatch(c -> c >= 0x80);
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
