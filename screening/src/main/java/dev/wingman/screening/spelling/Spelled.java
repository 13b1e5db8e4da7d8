package dev.wingman.screening.spelling;

import java.util.Optional;

/// Letters that blanks part, as somebody reads them who is told to leave the blanks out: "r m   - r f   / s r v".
public final class Spelled {
    /// Fewer are the labels of a list, or a row of a table.
    private static final int LEAST = 6;

    private Spelled() {}

    /// Each run of such letters on a line of its own, when there are any.
    public static Optional<Source> of(Source source) {
        var text = source.text();
        var read = new StringBuilder();
        var origins = new int[0];
        for (var blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
            var begin = isSingle(text, blank - 1) ? blank - 1 : blank + 1;
            if (!isSingle(text, begin)) {
                continue;
            }
            var end = end(text, begin);
            if (letters(text, begin, end) >= LEAST) {
                // Most texts have no such letters, and need no way back
                origins = origins.length == 0 ? new int[text.length() + 1] : origins;
                spell(source, begin, end, read, origins);
            }
            blank = Math.max(blank, end - 1);
        }
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(Source.mapped(read, origins, source.start(0), source.end(text.length())));
    }

    /// Whether a sign stands alone at an index.
    private static boolean isSingle(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) > ' '
                && (index == 0 || text.charAt(index - 1) <= ' ')
                && (index + 1 == text.length() || text.charAt(index + 1) <= ' ');
    }

    /// The index behind the last sign of the run that begins at an index.
    private static int end(String text, int begin) {
        var end = begin + 1;
        var next = letter(text, end);
        while (isSingle(text, next)) {
            end = next + 1;
            next = letter(text, end);
        }
        return end;
    }

    /// Where the next sign stands behind blanks.
    private static int letter(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int letters(String text, int begin, int end) {
        var letters = 0;
        for (var i = begin; i < end; i++) {
            letters += text.charAt(i) == ' ' ? 0 : 1;
        }
        return letters;
    }

    /// Two blanks part two words; where there is one between all letters, an option and a path begin a word.
    private static void spell(Source source, int begin, int end, StringBuilder read, int[] origins) {
        var parted = source.text().substring(begin, end).contains("  ");
        for (var i = begin; i < end; i++) {
            var sign = source.text().charAt(i);
            var apart = parted
                    ? sign == ' ' && source.text().charAt(i - 1) == ' '
                    : beginsWord(source.text(), begin, i);
            if (apart) {
                origins[read.length()] = source.start(i);
                read.append(' ');
            }
            if (sign != ' ') {
                origins[read.length()] = source.start(i);
                read.append(sign);
            }
        }
        origins[read.length()] = source.start(end - 1);
        read.append('\n');
    }

    private static boolean beginsWord(String text, int begin, int index) {
        var sign = text.charAt(index);
        return index >= begin + 2 && (sign == '/' || sign == '-' && text.charAt(index - 2) != '-');
    }
}
