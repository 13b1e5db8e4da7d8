package dev.wingman.screening.boundaries.forms;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.boundaries.tales.Items;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.sql.SqlRule;

/// Whether the sentence around a command has a form that rules the command out, or only names it. Each word of its clause must be
/// accounted for, or its verb be one that runs nothing: who leaves one over asks for something else.
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

    /// A command, and how far its sentence may reach on either side.
    ///
    /// @param from its first word
    /// @param to behind its last
    /// @param first where the sentence may begin at the earliest
    /// @param limit where it ends at the latest
    private record Span(int from, int to, int first, int limit) {}

    /// What forms say of the command between two words. What stands in brackets may be a sentence of its own, and brackets round the
    /// command alone may count as such, or for nothing.
    public Sayings of(Words words, int from, int to) {
        var said = new Sayings(to);
        read(words, new Span(from, to, 0, words.size()), false, said);
        var aside = words.asideBegin(from);
        if (aside == from) {
            read(words, new Span(from, to, 0, words.size()), true, said);
        }
        if (aside >= 0 && (aside < from || words.asideEnd(from) > to) && !words.get(aside).lower().equals("not")) {
            read(words, new Span(from, to, aside, words.asideEnd(from)), false, said);
        }
        return said;
    }

    private void read(Words words, Span span, boolean bracketed, Sayings said) {
        var begin = span.from();
        while (begin > span.first() && begin > span.from() - REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        var whole = begin == span.first() || !words.get(begin).before().isWithinSentence();
        var reading = grammar.read(whole);
        for (var i = begin; i < span.from();) {
            var next = Math.max(i + 1, words.codeEnd(i));
            if (!reading.take(symbol(words, i)) || !mark(words, next - 1, reading)) {
                return;
            }
            i = next;
        }
        if ((!bracketed || reading.take(symbols.bracket())) && reading.take(command(words, span))) {
            readOn(words, span, reading, said);
        }
    }

    private int command(Words words, Span span) {
        var alone = span.to() == span.from() + 1 && words.get(span.from()).isFlag();
        return alone ? symbols.flag() : symbols.command();
    }

    /// A form may end where the clause does in which the command stands.
    private void readOn(Words words, Span span, Automaton.Reading reading, Sayings said) {
        var last = span.to() - 1;
        for (var i = span.to();; last = i - 1) {
            var ends = i >= span.limit() || !words.get(i).before().isWithinSentence();
            if (ends || isMark(words, last) || separates(words, i)) {
                said.end(i, reading);
            }
            if (ends || i > span.to() + REACH || !mark(words, last, reading) || !reading.take(symbol(words, i))) {
                return;
            }
            i = Math.max(i + 1, words.codeEnd(i));
        }
    }

    private boolean separates(Words words, int index) {
        var symbol = symbol(words, index);
        return symbols.separates(symbol);
    }

    private static boolean isMark(Words words, int index) {
        return words.get(index).punctuation() == ':' || Items.isComma(words, index);
    }

    /// The mark behind a word is a word of its own.
    private boolean mark(Words words, int index, Automaton.Reading reading) {
        return !isMark(words, index)
                || reading.take(symbols.mark());
    }

    private int symbol(Words words, int index) {
        var word = words.get(index);
        var symbol = symbols.of(word.lower());
        if (words.codeEnd(index) > 0) {
            return symbols.code();
        }
        if (index > 0 && Vocabulary.SUBCOMMANDS.contains(word.lower())
                && Templates.about(words.get(index - 1).program())) {
            return symbols.quotation();
        }
        if (Items.isQuotation(word)) {
            return symbols.quotation();
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
