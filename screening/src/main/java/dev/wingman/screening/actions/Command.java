package dev.wingman.screening.actions;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// A program's name and what follows it up to the end of its command.
///
/// @param words the text
/// @param index which word names the program
/// @param name the program, when it is spelled by a pattern, an alias or not at all
/// @param begins whether nothing stands before it that runs, as far as can be told
/// @param patience how many looks are left
public record Command(Words words, int index, String name, boolean begins, Patience patience) {
    /// Keeps the whole search linear: a text of nothing but program names costs so many looks a word.
    private static final int LONGEST = 128;
    private static final Set<String> SEEKING = Set.of("--filter", "--filters", "--filter-pattern", "--query",
            "--search", "--grep",
            "--pattern", "--match", "--author", "--title", "--message", "--description", "--comment", "--note");

    Word program() {
        return words.get(index);
    }

    int end() {
        var end = words.commandEnd(index);
        // "chown app: /srv": this colon ends no sentence.
        var owner = name.equals("chown") && end < words.size() && words.get(end - 1).punctuation() == ':'
                && words.get(end).before() == Gap.CODE;
        return Math.min(owner ? words.commandEnd(end) : end, index + 1 + LONGEST);
    }

    /// The first argument of which this is true: among the next hundred words, and all flags however far behind.
    Optional<Word> any(Predicate<Word> asked) {
        var end = end();
        for (var i = index + 1; i < end && patience.allowsAnother(); i++) {
            if (asked.test(words.get(i)) && !isSought(i)) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    /// Whether the word is only what the command looks for: `--filter-pattern delete`.
    private boolean isSought(int i) {
        return SEEKING.contains(words.get(i - 1).lower()) && !words.get(i).isFlag();
    }

    /// The first flag of which this is true; words between do not count.
    Optional<Word> flag(Predicate<Word> asked) {
        var end = words.commandEnd(index);
        for (var i = words.nextFlag(index + 1); i < end && patience.allowsAnother(); i = words.nextFlag(i + 1)) {
            if (asked.test(words.get(i))) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    /// The last argument that is no flag.
    Optional<Word> last() {
        for (var i = end() - 1; i > index && patience.allowsAnother(); i--) {
            if (isOperand(words.get(i))) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    /// How many arguments are no flags, counted up to a number.
    int operands(int most) {
        var count = 0;
        var end = end();
        for (var i = index + 1; i < end && count < most && patience.allowsAnother(); i++) {
            count += isOperand(words.get(i)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isOperand(Word word) {
        return !word.isFlag() && word.redirect() == ' ';
    }

    /// The operand at or behind a word that may be the next one, and fits; operands that may be the value of a flag are passed over.
    int operand(int from, Predicate<Word> asked) {
        var end = end();
        for (var i = from; i < end && patience.allowsAnother(); i++) {
            var word = words.get(i);
            if (!isOperand(word)) {
                continue;
            }
            if (asked.test(word)) {
                return i;
            }
            if (i == index + 1 || !words.get(i - 1).isFlag() || words.get(i - 1).text().contains("=")) {
                return -1;
            }
        }
        return -1;
    }
}
