package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.wingman.screening.forbidden.Word.Gap;

/// A program's name and what follows it up to the end of its command.
///
/// @param program the word that names the program
/// @param arguments the words behind it
record Command(Word program, List<Word> arguments) {
    /// Keeps the whole search linear: a text of nothing but program names costs so many looks a word.
    private static final int LONGEST = 128;

    /// The command that this word begins, up to the first gap stronger than `reach`.
    static Command at(List<Word> words, int index, Gap reach) {
        var end = index + 1;
        var last = Math.min(words.size(), index + LONGEST);
        while (end < last && words.get(end).before().compareTo(reach) <= 0) {
            end++;
        }
        return new Command(words.get(index), words.subList(index + 1, end));
    }

    String name() {
        return program.program();
    }

    Optional<Word> flag(char letter, String option) {
        return first(word -> word.isFlag(letter, option));
    }

    Optional<Word> first(Predicate<Word> asked) {
        for (var word : arguments) {
            if (asked.test(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /// The command that its first plain word makes of it: `git -C x push -f` becomes `push -f`.
    ///
    /// @param takingValue flags whose next word is their value
    Optional<Command> subcommand(Set<String> takingValue) {
        for (var i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (!word.isFlag()) {
                return Optional.of(new Command(word, arguments.subList(i + 1, arguments.size())));
            }
            if (takingValue.contains(word.text())) {
                i++;
            }
        }
        return Optional.empty();
    }

    /// Its plain words.
    List<Word> operands(Set<String> takingValue) {
        var plain = new ArrayList<Word>();
        for (var i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).isFlag()) {
                plain.add(arguments.get(i));
            } else if (takingValue.contains(arguments.get(i).text())) {
                i++;
            }
        }
        return plain;
    }
}
