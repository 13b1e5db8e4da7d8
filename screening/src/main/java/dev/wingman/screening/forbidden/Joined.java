package dev.wingman.screening.forbidden;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Payloads;
import dev.wingman.screening.spelling.Variables;

/// A command that code puts together of strings and variables where it runs it: `os.system(a + b)`, `EXECUTE 'DR' || 'OP TABLE x'`.
final class Joined {
    static final Set<String> RUNNERS = Programs.list("runners");
    private static final int PIECES = 12;
    private static final int LONGEST = 2048;

    private Joined() {}

    /// The text that is run, when at least two pieces make it.
    static Optional<String> at(Words words, int index, Variables variables) {
        if (!RUNNERS.contains(words.get(index).program())) {
            return Optional.empty();
        }
        var end = end(words, index);
        var joins = false;
        var pieces = 0;
        for (var i = index + 1; i < end; i++) {
            joins = joins || isSign(words.get(i)) || i > index + 1 && words.get(i).before() == Gap.COMMAND;
            pieces += isSign(words.get(i)) ? 0 : 1;
        }
        if (pieces == 0 || !joins && pieces > 1) {
            return Optional.empty();
        }
        var text = text(words, index + 1, end, variables);
        return text.length() < LONGEST && (joins || !text.equals(words.get(index + 1).text()))
                && !isNothing(text, variables)
                        ? Optional.of(text)
                        : Optional.empty();
    }

    /// One word that no rule knows and that carries no other text: what the signs of prose join, as in "run it; then look", is mostly such.
    private static boolean isNothing(String text, Variables variables) {
        for (var i = 0; i < text.length(); i++) {
            var small = text.charAt(i) | ' ';
            if (small < 'a' || small > 'z') {
                return false;
            }
        }
        return !variables.hasAliases() && !Roles.know(text.toLowerCase(Locale.ROOT)) && Payloads.in(text).isEmpty();
    }

    private static int end(Words words, int index) {
        var end = index + 1;
        while (end < words.size() && end < index + PIECES && !words.get(end).before().isNewLine()
                && !words.get(end).text().equals("using")) {
            end++;
        }
        return end;
    }

    private static String text(Words words, int from, int end, Variables variables) {
        var text = new StringBuilder();
        for (var i = from; i < end; i++) {
            var word = words.get(i);
            text.append(isSign(word) ? "" : variables.expand(word.text()).orElse(word.text()));
        }
        return text.toString();
    }

    private static boolean isSign(Word word) {
        return word.text().length() == 1 && "+.%".indexOf(word.text().charAt(0)) >= 0;
    }
}
