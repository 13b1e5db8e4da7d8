package dev.wingman.screening.shell;

import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.pairs.Stretches;
import dev.wingman.screening.spelling.Variables;

/// Backticks: to a shell they are a substitution; in a text they stand round inline code, or fence a block.
final class Backticks {
    private final Stretches code = new Stretches();
    private boolean fenced;

    /// The stretches of inline code, as [Words] wants them.
    int[] spans() {
        return code.spans();
    }

    /// Whether inline code began behind so many words, and nothing stands in it so far.
    boolean isOpenAt(int words) {
        return code.isOpenAt(words);
    }

    void read(Reader reader) {
        if (reader.strict) {
            reader.substitution();
            return;
        }
        if (reader.text.startsWith("``", reader.at + 1)) {
            fence(reader);
            return;
        }
        if (!reader.open.isEmpty() && reader.peek(1) == '`') {
            reader.at++;
            return;
        }
        var close = reader.closing('`');
        var inWord = !reader.open.isEmpty() && Variables.isNamePart(reader.peek(-1))
                && Variables.isNamePart(reader.peek(1));
        if (inWord && (close < 0 || close - reader.at > Reader.QUOTATION || reader.hasBlank(close))) {
            return;
        }
        var near = close > reader.at && close - reader.at < Reader.QUOTATION;
        if (!near || !spells(reader, close)) {
            reader.close(Gap.CODE);
            code.mark(reader.at, near ? close : -1, reader.words.size());
        }
    }

    /// Whether it is a substitution after all, with which a name is spelled.
    private static boolean spells(Reader reader, int close) {
        if (!Output.mayBegin(reader.text, reader.at + 1)) {
            return false;
        }
        var output = reader.output(reader.at + 1, close);
        output.ifPresent(printed -> {
            reader.inner(reader.at + 1, close, Kind.SUBSTITUTION);
            reader.expand(printed, false);
            reader.at = close;
        });
        return output.isPresent();
    }

    /// The language that a fence names is no command.
    private void fence(Reader reader) {
        reader.close(fenced ? Gap.SENTENCE : Gap.FENCE);
        fenced = !fenced;
        while (reader.peek(1) == '`') {
            reader.at++;
        }
        if (!reader.words.isEmpty() && !reader.isAtLine()) {
            return;
        }
        var end = reader.at + 1;
        while (end < reader.text.length() && Variables.isNamePart(reader.text.charAt(end))) {
            end++;
        }
        if (end < reader.text.length() && "\r\n".indexOf(reader.text.charAt(end)) >= 0) {
            reader.at = end - 1;
        }
    }
}
