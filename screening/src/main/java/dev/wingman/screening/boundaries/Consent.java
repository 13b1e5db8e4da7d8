package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// The rest of a sentence that leaves an exception to a human: "a human approves", "asking the owner". Every word of it has to be known: one
/// more may name somebody else who decides, or another exception.
final class Consent {
    private static final Set<String> DECIDING = Vocabulary.list("consent-deciding");
    private static final Set<String> SAYING = Vocabulary.list("consent-saying");
    private static final Set<String> KNOWN = Vocabulary.list("consent-known");
    private static final Set<String> BY = Vocabulary.list("consent-by");
    private static final Set<String> RECEIVING = Vocabulary.list("consent-receiving");
    private static final Set<String> PASSIVE = Vocabulary.list("consent-passive");
    private static final Set<String> HAVING = Vocabulary.list("consent-having");
    private static final Set<String> GRANTED = Vocabulary.list("consent-granted");
    private static final Set<String> NOBODY = Vocabulary.list("consent-nobody");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "that", "your", "our");

    private Consent() {}

    /// Whether the sentence says from a word on that a human is asked, and nothing else.
    static boolean isAsked(Words words, int from) {
        var decided = false;
        var end = from;
        for (; end < words.size() && words.get(end).before().isWithinSentence(); end++) {
            var named = isName(words, end);
            if (end - from >= Vocabulary.REACH || !named && !isKnown(words, end)) {
                return false;
            }
            decided = decided || named || DECIDING.contains(word(words, end));
        }
        return decided;
    }

    private static boolean isKnown(Words words, int index) {
        var word = word(words, index);
        if (RECEIVING.contains(word)) {
            return receives(words, index);
        }
        if (word.equals("it") && SAYING.contains(word(words, index + 1))) {
            return false;
        }
        return DECIDING.contains(word) || SAYING.contains(word) || KNOWN.contains(word);
    }

    /// "You were asked", "the worker has the approval of", not "you have approved".
    private static boolean receives(Words words, int index) {
        var next = word(words, index + 1);
        return PASSIVE.contains(next) && (!HAVING.contains(next) || GRANTED.contains(word(words, index + 2)));
    }

    /// "Olga approves", "approved by Jana Keller": what has an article is none.
    private static boolean isName(Words words, int index) {
        return isNameLike(words, index) && !ARTICLES.contains(word(words, index - 1))
                && (BY.contains(word(words, index - 1)) || SAYING.contains(word(words, index + 1))
                        || isNameLike(words, index - 1) && BY.contains(word(words, index - 2))
                        || isNameLike(words, index + 1) && SAYING.contains(word(words, index + 2)));
    }

    private static boolean isNameLike(Words words, int index) {
        var word = word(words, index);
        return !word.isEmpty() && word.chars().allMatch(Character::isLetter) && !NOBODY.contains(word)
                && !RECEIVING.contains(word) && !DECIDING.contains(word) && !SAYING.contains(word)
                && !KNOWN.contains(word);
    }

    private static String word(Words words, int index) {
        return index < 0 || index >= words.size() ? "" : bare(words.get(index));
    }

    private static String bare(Word word) {
        var text = word.lower();
        return text.endsWith("'s") || text.endsWith("\u2019s") ? text.substring(0, text.length() - 2) : text;
    }
}
