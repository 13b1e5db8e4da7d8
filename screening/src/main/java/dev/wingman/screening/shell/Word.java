package dev.wingman.screening.shell;

import java.util.List;
import java.util.Locale;

import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Variables;

/// One word as a shell would hand it to a program: without quotes and backslashes, with the variables that are known.
///
/// @param text the word
/// @param lower the word in lower case
/// @param program in lower case, without its folder, ending and unknown parts, so that `/usr/bin/RM.exe` is `rm`
/// @param start offset of its first character in the original text
/// @param end offset behind its last character there
/// @param before what separates it from the word before
/// @param unknown whether it holds a variable or a substitution that could not be worked out
/// @param redirect `<` or `>` when it is what a command reads from or writes to, else a blank
/// @param punctuation the mark that ended it in a sentence, else a blank
/// @param inside texts within it that may be run in their turn
/// @param marks which kinds of letters it has, and whether a quote begins it
public record Word(String text, String lower, String program, int start, int end, Gap before, boolean unknown,
        char redirect, char punctuation, List<Inner> inside,
        int marks) {
    private static final int CAPITAL = 1;
    private static final int DIGIT = 2;
    private static final int OTHER = 4;
    private static final int QUOTED = 8;
    private static final int LETTERS = CAPITAL | DIGIT | OTHER;

    /// A text within a word.
    ///
    /// @param source what it says
    /// @param kind how it stands there
    public record Inner(Source source, Kind kind) {}

    /// How a text stands within a word.
    public enum Kind {
        /// A quoted string or an argument with blanks in it.
        STRING,
        /// Run by the shell itself: `$(…)`, backticks, `<(…)`.
        SUBSTITUTION,
        /// What a command reads as its input.
        DOCUMENT
    }

    static Word of(String text, int start, int end, Gap before, boolean unknown, char redirect, char punctuation,
            List<Inner> inside) {
        var marks = marks(text);
        var lower = marks == 0 ? text : text.toLowerCase(Locale.ROOT);
        var program = (marks & OTHER) == 0 ? lower : program(unknown ? known(lower) : lower, before);
        return new Word(text, lower, program, start, end, before, unknown, redirect, punctuation,
                inside.isEmpty() ? List.of() : List.copyOf(inside), marks);
    }

    /// A word of small letters.
    static Word letters(String text, int start, int end, Gap before, char punctuation) {
        return new Word(text, text, text, start, end, before, false, ' ', punctuation, List.of(), 0);
    }

    /// The same word with the mark that stands behind it.
    Word ending(char mark) {
        return new Word(text, lower, program, start, end, before, unknown, redirect, mark, inside, marks);
    }

    /// The same word as one that begins with a quote.
    Word quoted() {
        return new Word(text, lower, program, start, end, before, unknown, redirect, punctuation, inside,
                marks | QUOTED);
    }

    /// Whether it begins with a quote.
    public boolean isQuoted() {
        return (marks & QUOTED) != 0;
    }

    private static int marks(String text) {
        var marks = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 'a' || c > 'z') {
                marks |= c >= 'A' && c <= 'Z' ? CAPITAL : c >= '0' && c <= '9' ? DIGIT : OTHER;
            }
        }
        return marks;
    }

    /// Whether it is of ASCII letters and digits only.
    public boolean isPlain() {
        return (marks & OTHER) == 0;
    }

    /// Whether it is of small ASCII letters only.
    public boolean isLower() {
        return (marks & LETTERS) == 0;
    }

    /// An argument that no shell has to read: an element of a list. Of an assignment, as `env` takes it, and of a flag the value may be run.
    public static Word argument(String text, int start, boolean first) {
        var source = Source.at(text, start);
        var value = value(source);
        List<Inner> inside = Reader.isPlain(value.text()) ? List.of() : List.of(new Inner(value, Kind.STRING));
        return of(source.text(), start, start + text.length(), first ? Gap.COMMAND : Gap.SPACE, false, ' ', ' ', inside);
    }

    /// What stands behind the names: `rm -rf /srv` of `--checkpoint-action=exec=rm -rf /srv`.
    private static Source value(Source argument) {
        var text = argument.text();
        var begin = 0;
        for (var i = 0; i < text.length() && (Variables.isNamePart(text.charAt(i)) || "-.=".indexOf(text.charAt(i)) >= 0); i++) {
            begin = text.charAt(i) == '=' && i > 0 ? i + 1 : begin;
        }
        return argument.part(begin, text.length());
    }

    public boolean isFlag() {
        return text.length() > 1 && text.charAt(0) == '-';
    }

    /// Whether nothing of its name is known.
    public boolean isRiddle() {
        return unknown && program.isEmpty();
    }

    /// Whether this word may begin a command: nothing of the same command stands before it.
    public boolean begins() {
        return before != Gap.SPACE;
    }

    /// The first word of a line in a makefile may begin with `@`, `-` or `+`, emphasised text with `*` or `_`, a program of zsh with `=`.
    private static String program(String lower, Gap before) {
        var folder = Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('\\')) + 1;
        var begin = folder;
        var marks = before == Gap.SPACE ? "!@*_:=" : "!@*_:=-+";
        while (begin < lower.length() && marks.indexOf(lower.charAt(begin)) >= 0) {
            begin++;
        }
        var end = lower.length();
        while (folder == 0 && end > begin && "*_".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        if (lower.startsWith(".exe", end - 4) || lower.startsWith(".com", end - 4)) {
            end -= 4;
        }
        return begin < end ? lower.substring(begin, end) : "";
    }

    /// Without `$name`, `${…}` and `$(…)`.
    private static String known(String text) {
        var known = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '$') {
                known.append(c);
                continue;
            }
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (next == '{' || next == '(') {
                var close = text.indexOf(next == '{' ? '}' : ')', i);
                i = close < 0 ? text.length() : close;
            } else {
                while (i + 1 < text.length()
                        && (Character.isLetterOrDigit(text.charAt(i + 1)) || "_@*#?!".indexOf(text.charAt(i + 1)) >= 0)) {
                    i++;
                }
            }
        }
        return known.toString();
    }
}
