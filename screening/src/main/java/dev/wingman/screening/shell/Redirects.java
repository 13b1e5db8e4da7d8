package dev.wingman.screening.shell;

import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.spelling.Variables;

/// `>`, `>>`, `2>&1`, `<`, `<<EOF`, `<<<` and `<(…)`: the word behind the sign is no argument.
final class Redirects {
    private Redirects() {}

    static void read(Reader reader, char sign) {
        if (reader.peek(1) == '(') {
            process(reader);
            return;
        }
        var arrow = reader.peek(-1) == '-' || reader.peek(-1) == '=';
        if (!reader.open.dropDescriptor()) {
            reader.close(Gap.SPACE);
        }
        if (sign == '<' && reader.peek(1) == '<') {
            reader.at++;
            below(reader);
            return;
        }
        while (reader.peek(1) == '>' || reader.peek(1) == '|' && reader.peek(2) != '|' || reader.peek(1) == '&') {
            reader.at++;
        }
        if (!arrow) {
            reader.open.redirects(sign);
        }
    }

    private static void process(Reader reader) {
        var end = reader.matching(reader.at + 1);
        if (end < 0) {
            reader.fails(reader.at);
            reader.close(Gap.CODE);
            return;
        }
        reader.close(Gap.SPACE);
        reader.append('<');
        reader.inner(reader.at + 2, end, Kind.SUBSTITUTION);
        reader.at = end;
    }

    private static void below(Reader reader) {
        if (reader.peek(1) == '<') {
            reader.at++;
            return;
        }
        var indented = reader.peek(1) == '-' || reader.peek(1) == '~';
        if (!reader.strict) {
            return;
        }
        var begin = reader.at + (indented ? 2 : 1);
        while (begin < reader.text.length() && reader.text.charAt(begin) == ' ') {
            begin++;
        }
        var end = begin;
        while (end < reader.text.length() && (Variables.isNamePart(reader.text.charAt(end))
                || "'\"\\-".indexOf(reader.text.charAt(end)) >= 0)) {
            end++;
        }
        var name = reader.text.substring(begin, end).replace("'", "").replace("\"", "").replace("\\", "");
        if (!name.isEmpty()) {
            reader.heredoc(name, indented);
            reader.at = end - 1;
        }
    }
}
