package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.boundaries.forms.Forms;
import dev.wingman.screening.boundaries.forms.Sayings;
import dev.wingman.screening.boundaries.tales.Echoes;
import dev.wingman.screening.boundaries.tales.Items;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// The sentence in which a command stands: by its form, by a label before or behind the command, or in another language it may rule the
/// command out.
final class Clause {
    static final int REACH = Vocabulary.REACH;
    private static final int KIND = 4;
    private static final Set<String> DASHES = Set.of("--", "-", "=", "=>", "->", "\u2192");

    /// "Change rights with `a`": what stands before it does not matter.
    private static final Set<String> MEANS = Vocabulary.list("clause-means");

    private Clause() {}

    /// Whether a label before or behind it says that it is ruled out.
    static boolean isLabelled(Words words, int first, int index) {
        return isBehindLabel(words, first, index) || isBeforeLabel(words, Items.begin(words, first), index);
    }

    /// What the sentence says of the command at a word, or of the row in which it stands: "never `a`, `b` or `c`" rules each of them out,
    /// "instead of `a`, `b`" only the first.
    static Sayings sayings(Words words, int first, int index) {
        var from = Items.begin(words, first);
        var to = Math.max(index + 1, Items.end(words, index));
        return Items.areJoined(words, from, to)
                ? Forms.standard().of(words, from, to)
                : Forms.standard().of(words, first, Math.max(index + 1, words.codeEnd(index)));
    }

    /// Whether it is only named, and nothing is asked for.
    static boolean isMentioned(Words words, Sayings said) {
        return said.mentions().stream()
                .anyMatch(end -> Echoes.isCalm(words, end) && Echoes.isCalm(words, said.behind(), end));
    }

    /// "Denied commands: `a`, `b`", "never - `a`": each item of a list is what its label says; a clause that asks for something is none.
    private static boolean isBehindLabel(Words words, int first, int index) {
        for (var i = first; i > 0 && i > first - REACH && words.get(i).before().isWithinSentence(); i--) {
            var dash = isDash(words.get(i - 1));
            if (isColon(words.get(i - 1)) || dash) {
                return isItem(words, Items.end(words, index))
                        && Label.rulesOut(words, label(words, i - 1), dash ? i - 1 : i) && isListed(words, i, first);
            }
        }
        return false;
    }

    /// "Denied: `a` is right": what has a verb of its own is no item.
    private static boolean isItem(Words words, int end) {
        return end >= words.size() || !words.get(end).before().isWithinSentence()
                || !Vocabulary.COPULAS.contains(words.get(end).lower())
                        && !Vocabulary.MODALS.contains(words.get(end).lower())
                        && !Vocabulary.ASKING.contains(words.get(end).lower());
    }

    /// Where the words begin that are one label with this one.
    private static int label(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - REACH && words.get(begin).before().isWithinSentence()
                && !isColon(words.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static boolean isListed(Words words, int from, int index) {
        var item = !(index > from && MEANS.contains(words.get(index - 1).lower()));
        for (var i = kind(words, from, index); i > from; i--) {
            var earlier = words.get(i - 1);
            var word = earlier.lower();
            item = item && earlier.punctuation() != ',' && !word.endsWith(",") && !Vocabulary.JOINERS.contains(word);
            var known = words.codeEnd(i - 1) > 0 || Vocabulary.ITEM.contains(word)
                    || Templates.about(earlier.program());
            if (item && !known || Vocabulary.TURNS.contains(word) || Vocabulary.NOBODY.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// "Force pushes (`a`)": the first of the words that say of what kind the commands in brackets are.
    private static int kind(Words words, int from, int index) {
        if (!Items.isAside(words, index)) {
            return index;
        }
        var first = words.asideBegin(index);
        for (var i = first; i > from && i > first - KIND; i--) {
            if (words.get(i - 1).punctuation() != ' ' || !words.get(i - 1).isPlain()
                    || Vocabulary.isSaying(words.get(i - 1).lower())) {
                return i;
            }
            if (i == from + 1) {
                return from;
            }
        }
        return first;
    }

    /// "`rm -rf`: never", "`rm -rf` - forbidden on production", "`rm -rf` (not allowed)": nothing but that up to the end.
    private static boolean isBeforeLabel(Words words, int first, int index) {
        if (first > 0 && words.get(first).before().isWithinSentence()) {
            return false;
        }
        var from = words.codeEnd(index) < 0 ? -1 : Items.end(words, index);
        var end = from;
        while (end > 0 && end < words.size() && end - from <= REACH && words.get(end).before().isWithinSentence()) {
            end++;
        }
        if (end <= from || end - from > REACH) {
            return false;
        }
        var dash = isDash(words.get(from));
        return Label.rulesOut(words, dash ? from + 1 : from, end)
                && (dash || isColon(words.get(from - 1)) || isItem(words, from));
    }

    private static boolean isColon(Word word) {
        return word.punctuation() == ':' || word.text().endsWith(":**") || word.text().equals(":");
    }

    private static boolean isDash(Word word) {
        return DASHES.contains(word.text());
    }
}
