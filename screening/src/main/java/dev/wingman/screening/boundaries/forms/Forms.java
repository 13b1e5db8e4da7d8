package dev.wingman.screening.boundaries.forms;

import java.util.function.IntPredicate;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.sql.SqlRule;

/// Whether the sentence around a command has a form that rules the command out, or only names it. Each word of its clause must be
/// accounted for: who leaves one over asks for something else.
public final class Forms {
    /// So many words of a sentence are looked at, on either side.
    private static final int REACH = 40;
    private static final Forms STANDARD = new Forms(Lexicon.beside(Forms.class, "forms.tsv"));

    private final Grammar grammar;
    private final Symbols symbols;

    Forms(Lexicon table) {
        this.grammar = new Grammar(table);
        this.symbols = grammar.symbols();
    }

    /// Those of `forms.tsv`.
    public static Forms standard() {
        return STANDARD;
    }

    /// Whether a form of the kind names the command between two words.
    ///
    /// @param calm whether what follows from a word on takes nothing back
    public boolean match(Words words, int from, int to, Kind kind, IntPredicate calm) {
        var begin = from;
        while (begin > 0 && begin > from - REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        var whole = begin == 0 || !words.get(begin).before().isWithinSentence();
        var reading = grammar.read(whole);
        for (var i = begin; i < from;) {
            var next = Math.max(i + 1, words.codeEnd(i));
            if (!reading.take(symbol(words, i)) || !mark(words, next - 1, reading)) {
                return false;
            }
            i = next;
        }
        if (!reading.take(to == from + 1 && words.get(from).isFlag() ? symbols.flag() : symbols.command())) {
            return false;
        }
        var last = to - 1;
        for (var i = to;; last = i - 1) {
            var ends = i >= words.size() || !words.get(i).before().isWithinSentence();
            if (reading.accepts(kind) && (ends || isMark(words, last) || separates(words, i)) && calm.test(i)) {
                return true;
            }
            if (ends || i > to + REACH || !mark(words, last, reading) || !reading.take(symbol(words, i))) {
                return false;
            }
            i = Math.max(i + 1, words.codeEnd(i));
        }
    }

    private boolean separates(Words words, int index) {
        var symbol = symbol(words, index);
        return symbols.separates(symbol);
    }

    private static boolean isMark(Words words, int index) {
        return ",:".indexOf(words.get(index).punctuation()) >= 0;
    }

    /// The mark behind a word is a word of its own.
    private boolean mark(Words words, int index, Automaton.Reading reading) {
        return !isMark(words, index)
                || reading.take(symbols.of(String.valueOf(words.get(index).punctuation())));
    }

    private int symbol(Words words, int index) {
        var word = words.get(index);
        var symbol = symbols.of(word.lower());
        if (words.codeEnd(index) > 0) {
            return symbols.code();
        }
        if (symbols.isTag(symbol)) {
            return symbol;
        }
        if (word.isFlag() && !symbols.separates(symbol) || !word.isPlain() && word.text().indexOf('/') >= 0) {
            return symbols.raw();
        }
        return Templates.about(word.program()) || SqlRule.about(word.program()) ? symbols.program(symbol) : symbol;
    }
}
