package dev.wingman.screening.indirect;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.orders.OrderRule;
import dev.wingman.screening.shell.Words;

/// A command whose parts stand in several pieces of inline code: "run `rm` with `-rf` on `/srv`". It is one where somebody is told to run it.
public final class Spread {
    private static final int BACK = 4;
    private static final int LONGEST = 40;
    private static final Lexicon TABLE = Lexicon.beside(Spread.class, "code.tsv");
    private static final Set<String> RUNNING = TABLE.list("telling-to-run");
    private static final Set<String> GLUE = TABLE.list("glue");

    private Spread() {}

    /// The command whose first piece begins at a word, when there is more than one. A piece that is a command of its own is none of them.
    public static Optional<String> at(Words words, int index) {
        if (words.codeEnd(index) < 0 || words.codeBegin(index) != index || !isTold(words, index)) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        var pieces = 0;
        var at = index;
        while (at < Math.min(words.size(), index + LONGEST)
                && (at == index || words.get(at).before().isWithinSentence())) {
            if (words.codeEnd(at) > 0) {
                if (at > index && words.codeEnd(at) > at + 1 && Templates.about(words.get(at).program())) {
                    break;
                }
                pieces++;
                for (var end = words.codeEnd(at); at < end; at++) {
                    line.append(words.get(at).text()).append(' ');
                }
            } else if (GLUE.contains(words.get(at).lower())) {
                at++;
            } else {
                break;
            }
        }
        return pieces > 1 ? Optional.of(line.toString()) : Optional.empty();
    }

    /// Whether a verb before the code tells somebody to run it.
    private static boolean isTold(Words words, int index) {
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            if (RUNNING.contains(words.get(i).lower())) {
                return OrderRule.isAsked(words, i);
            }
        }
        return false;
    }
}
