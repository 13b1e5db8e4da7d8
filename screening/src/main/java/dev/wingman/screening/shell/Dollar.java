package dev.wingman.screening.shell;

import java.util.List;
import java.util.Optional;

import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.spelling.Escapes;
import dev.wingman.screening.spelling.Variables;

/// What a shell puts in the place of `$…`. What cannot be worked out stays as it is spelled, and its word is unknown.
final class Dollar {
    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 32;
    private static final String SPECIAL = "@*0123456789";

    private Dollar() {}

    static void read(Reader reader, boolean quoted) {
        var next = reader.peek(1);
        if (next == '(') {
            parenthesis(reader, quoted);
        } else if (next == '{') {
            braces(reader, quoted);
        } else if (next == '\'' && !quoted) {
            ansi(reader);
        } else if (Variables.isNamePart(next) && !Character.isDigit(next)) {
            name(reader, quoted);
        } else if (SPECIAL.indexOf(next) >= 0) {
            positional(reader, quoted);
        } else if (next != '"') {
            reader.append('$');
        }
    }

    /// `%name%` is a variable of `cmd.exe`.
    static void percent(Reader reader) {
        var end = reader.at + 1;
        while (end < reader.text.length() && end < reader.at + LONGEST_NAME
                && Variables.isNamePart(reader.text.charAt(end))) {
            end++;
        }
        var value = end < reader.text.length() && reader.text.charAt(end) == '%'
                ? reader.variables.expand(reader.text.substring(reader.at + 1, end))
                : Optional.<String>empty();
        if (value.isPresent()) {
            reader.expand(value.get(), false);
            reader.at = end;
        } else {
            reader.append('%');
        }
    }

    private static void parenthesis(Reader reader, boolean quoted) {
        var end = reader.matching(reader.at + 1);
        if (end < 0) {
            reader.fails(reader.at);
            reader.open.unknown();
            reader.append('$');
            return;
        }
        if (reader.peek(2) == '(') {
            reader.append('0');
        } else {
            substitute(reader, reader.at + 2, end, quoted);
        }
        reader.at = end;
    }

    /// What a command prints stands in its place, when that can be told without running it.
    static void substitute(Reader reader, int begin, int end, boolean quoted) {
        reader.inner(begin, end, Kind.SUBSTITUTION);
        var output = Output.isUntold(reader, begin, end) ? Optional.<String>empty() : reader.output(begin, end);
        if (output.isPresent()) {
            reader.expand(output.get(), quoted);
        } else {
            unknown(reader, "$()");
        }
    }

    private static void braces(Reader reader, boolean quoted) {
        var end = reader.at + 2;
        var depth = 1;
        var last = Math.min(reader.text.length(), reader.at + LONGEST);
        for (; end < last; end++) {
            var c = reader.text.charAt(end);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (end >= last) {
            reader.fails(reader.at);
            reader.open.unknown();
            return;
        }
        var expression = reader.text.substring(reader.at + 2, end);
        if (expression.startsWith("IFS")) {
            reader.expand(" ", quoted);
        } else if (!isPositional(expression) || !given(reader, expression.charAt(0), quoted)) {
            put(reader, expression, isUnnamed(expression) ? "" : "${" + expression + "}", quoted);
        }
        reader.at = end;
    }

    private static boolean isPositional(String expression) {
        return !expression.isEmpty() && SPECIAL.indexOf(expression.charAt(0)) >= 0;
    }

    private static boolean isUnnamed(String expression) {
        return expression.length() == 1 && isPositional(expression);
    }

    private static void name(Reader reader, boolean quoted) {
        var end = reader.at + 1;
        while (end < reader.text.length() && Variables.isNamePart(reader.text.charAt(end))) {
            end++;
        }
        var name = reader.text.substring(reader.at + 1, end);
        if (name.equals("IFS")) {
            reader.expand(" ", quoted);
            if (reader.text.startsWith("$9", end)) {
                end += 2;
            }
        } else {
            put(reader, name, "$" + name, quoted);
        }
        reader.at = end - 1;
    }

    private static void put(Reader reader, String expression, String spelled, boolean quoted) {
        var value = reader.variables.expand(expression);
        if (value.isPresent()) {
            reader.expand(value.get(), quoted);
        } else {
            unknown(reader, spelled.contains(" ") ? "$()" : spelled);
        }
    }

    private static void unknown(Reader reader, String spelled) {
        reader.open.unknown();
        reader.expand(spelled, true);
    }

    /// In the middle of a word an argument that was never given is nothing: `r$@m`.
    private static void positional(Reader reader, boolean quoted) {
        if (given(reader, reader.peek(1), quoted)) {
            reader.at++;
            return;
        }
        var within = !reader.open.isEmpty() || Character.isLetter(reader.peek(2));
        reader.open.unknown();
        if (!within) {
            reader.append('$');
            reader.append(reader.peek(1));
        }
        reader.at++;
    }

    /// Puts what a script was given into its place, when that is known: by `set --`, or behind `sh -c`.
    private static boolean given(Reader reader, char sign, boolean quoted) {
        var set = sign == '0' ? List.<String>of() : Arguments.set(reader.words);
        var before = set.isEmpty() ? List.<String>of() : reader.variables.bind(set);
        var value = reader.variables.argument(sign);
        if (!set.isEmpty()) {
            reader.variables.bind(before);
        }
        value.ifPresent(text -> {
            if (text.indexOf('$') >= 0) {
                reader.open.unknown();
            }
            reader.expand(text, quoted && sign != '@');
        });
        return value.isPresent();
    }

    private static void ansi(Reader reader) {
        var end = reader.at + 2;
        while (end < reader.text.length() && reader.text.charAt(end) != '\'') {
            end += reader.text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= reader.text.length()) {
            reader.fails(reader.at);
            return;
        }
        reader.open.quoted(reader.source.start(reader.at), reader.source.end(reader.at + 1));
        reader.expand(Escapes.decode(reader.text.substring(reader.at + 2, end)), true);
        reader.at = end;
    }
}
