package dev.wingman.screening.boundaries;

import org.jspecify.annotations.Nullable;

import dev.wingman.screening.boundaries.forms.Sayings;
import dev.wingman.screening.boundaries.tales.Echoes;
import dev.wingman.screening.boundaries.tales.Items;
import dev.wingman.screening.boundaries.tales.Quotations;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Tells whether a command is named in order to rule it out: "never run `docker system prune`", an item under "Must not:", a row of a table
/// that says "denied". What stands behind a turn, in the next sentence or under the next heading is not.
public final class Boundaries {
    private final Words words;
    private final boolean prose;
    private @Nullable Headings headings;
    private @Nullable Rows rows;

    /// @param prose whether a person reads the words; a shell knows no boundaries
    public Boundaries(Words words, boolean prose) {
        this.words = words;
        this.prose = prose;
    }

    /// Whether the command that begins at a word is ruled out.
    public boolean excuse(int index) {
        if (!prose) {
            return false;
        }
        var first = first(index);
        var said = Clause.sayings(words, first, index);
        if (said.demands()) {
            return false;
        }
        if (Quotations.hold(words, index) && Echoes.isCalm(words, Math.max(index + 1, words.codeEnd(index)))) {
            return true;
        }
        return (isRuledOut(first, index, said) || isUnderHeading(first)) && !Exceptions.follow(words, index)
                || Clause.isMentioned(words, said) && !Exceptions.followMention(words, index);
    }

    private boolean isRuledOut(int first, int index, Sayings said) {
        return (said.bans() || Clause.isLabelled(words, first, index)
                || Tongues.ruleOut(words, Items.begin(words, first), index) || Tongues.tell(words, first, index))
                && !Echoes.ask(words, index) && !Lacking.isRefused(words, first) && !Exceptions.comeLater(words, index);
    }

    /// The layout of a text is worked out when it is first asked for: few texts need it.
    private boolean isUnderHeading(int first) {
        if (headings == null || rows == null) {
            var layout = new Layout(words);
            headings = new Headings(words, layout);
            rows = new Rows(words, layout);
        }
        return headings.ruleOut(first) || rows.ruleOut(first);
    }

    /// Inline code, and a pipeline, are named as a whole.
    private int first(int index) {
        var first = words.codeBegin(index);
        for (var looks = 0; first > 0 && looks < Clause.REACH && words.get(first).before() == Gap.PIPE; looks++) {
            first--;
            while (first > 0 && !words.get(first).begins()) {
                first--;
            }
        }
        return first;
    }
}
