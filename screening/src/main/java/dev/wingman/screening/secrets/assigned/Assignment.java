package dev.wingman.screening.secrets.assigned;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.screening.secrets.likeness.Likeness;
import dev.wingman.screening.secrets.scan.Letters;
import dev.wingman.screening.secrets.scan.Shape.Span;

/// What a text gives to a name such as `DB_PASSWORD`, in whatever language: `name = value`, `"name": "value"`, `<name>value</name>`,
/// `--name value`, `| name | value |`, `name: x` with `value: y` below it, or "the name is value".
public final class Assignment {
    private static final char ARROW = '\u2192';
    private static final String VERBATIM = "<![CDATA[";
    private static final int LONGEST_VALUE = 256;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_GAP = 60;
    private static final int LONGEST_NAME = 32;
    /// What Japanese, Chinese and Korean put between a name and what is said of it.
    private static final String PARTICLES = "\u306f\u304c\u3092\u662f\u4e3a\u70ba\uc740\ub294\uc774\uac00";
    private static final List<String> BRIDGES = List.of("value", "default", "stringvalue", "content", "string>");

    /// What may be the value of a name.
    ///
    /// @param firm whether an assignment says so; otherwise a sentence may only look like one
    public record Value(Span span, boolean firm) {}

    private final String text;
    private final Name name;
    private final List<Value> values = new ArrayList<>(2);
    private int at;
    private boolean quotedName;

    private Assignment(String text, Name name) {
        this.text = text;
        this.name = name;
        at = name.end();
    }

    /// The values, of which at most one is meant, given to the name that holds the keyword between the two offsets.
    public static List<Value> values(String text, int start, int end) {
        var name = Name.around(text, start, end);
        var assignment = new Assignment(text, name);
        if (name.meansASecret()) {
            var before = Sentence.valueBefore(text, name.from());
            if (before != null) {
                assignment.add(before.start(), before.end(), false);
            }
            assignment.junction();
        }
        return assignment.values;
    }

    private void junction() {
        var closers = at;
        skip("\\\"'`])}*_", 6);
        quotedName = at > closers && "\"'`".indexOf(text.charAt(at - 1)) >= 0;
        var blank = at;
        skip(PARTICLES, 2);
        skip(" \t", 24);
        var c = peek(0);
        if (c == ':' && peek(1) == ':') {
            return;
        }
        if (c == '=' || c == ':' || c == '?' && (peek(1) == '=' || peek(1) == '?') || c == '|' && peek(1) == '|'
                || (c == '~' || c == '-') && peek(1) == '>') {
            skip("=:>?|~-", 3);
            firm();
        } else if (c == '%'
                && (text.startsWith("%3D", at) || text.startsWith("%3A", at) || text.startsWith("%3d", at))) {
            at += 3;
            firm();
        } else if (c == '>' || c == '(' && peek(1) != ')' || c == ',' && quotedName) {
            markedUp(c);
        } else if (c == '<' && peek(1) == '-') {
            at += 2;
            firm();
        } else if (c == '|' || c == ARROW || c == '-' && peek(1) == ' ') {
            at++;
            skip(" \t`*", 40);
            value(false);
        } else if (name.isTag() && text.indexOf('>', at, Math.min(text.length(), at + LONGEST_GAP)) > 0) {
            at = text.indexOf('>', at);
            markedUp('>');
        } else if (!bridged()) {
            spoken(at > blank);
        }
    }

    /// `<name>value</name>`, `setName("value")`, `("name", "value")`.
    private void markedUp(char mark) {
        at++;
        skip(" \t\r\n", 8);
        var quoted = "\"'`".indexOf(peek(0)) >= 0 || peek(0) == '\\';
        if (mark == '>' && !quoted && (quotedName || name.isTag())) {
            at += text.startsWith(VERBATIM, at) ? VERBATIM.length() : 0;
            var end = text.indexOf('<', at, Math.min(text.length(), at + LONGEST_VALUE));
            if (end > at) {
                add(at, text.startsWith("]]>", end - 3) ? end - 3 : end, true);
            }
        } else if (quoted && !bridged()) {
            value(true);
        } else if (mark == '(') {
            literals();
        }
    }

    /// The value stands under a name of its own: `name: DB_PASSWORD` and below it `value: x`.
    private boolean bridged() {
        var position = at;
        while (position < text.length() && position - at < LONGEST_GAP
                && ", \t\r\n\"'-{/<>".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        var listed = text.startsWith("key>", position);
        if (listed) {
            position += 4;
            while (position < text.length() && position - at < LONGEST_GAP
                    && " \t\r\n<".indexOf(text.charAt(position)) >= 0) {
                position++;
            }
        }
        for (var bridge : BRIDGES) {
            if ((listed || !bridge.endsWith(">")) && text.regionMatches(true, position, bridge, 0, bridge.length())) {
                at = position + bridge.length() - (bridge.endsWith(">") ? 1 : 0);
                skip("\\\"'", 3);
                skip(" \t", 8);
                if (peek(0) == ':' || peek(0) == '=' || peek(0) == '>') {
                    skip("=:>", 2);
                    firm();
                    return true;
                }
            }
        }
        return false;
    }

    /// Without a sign between them: an option, a keyword before a literal, or a sentence.
    private void spoken(boolean apart) {
        if (!apart) {
            return;
        }
        var option = name.isOption();
        if (option || peek(0) == '\'' || peek(0) == '"') {
            value(peek(0) != '-' || !option);
            return;
        }
        var limit = Math.min(text.length(), at + LONGEST_GAP);
        var expected = true;
        for (var words = 0; words < 9 && at < limit && !name.isRepeated(at); words++) {
            var word = at;
            if (expected) {
                value(false);
            }
            while (at < text.length() && text.charAt(at) > ' ' && at < limit) {
                at++;
            }
            expected = at > word && (":=".indexOf(text.charAt(at - 1)) >= 0
                    || Sentence.leadsToValue(text.substring(word, at)));
            skip(" \t\r\n*`", 8);
        }
    }

    private void firm() {
        skip(" \t", 24);
        annotation();
        if (peek(0) == '|' || peek(0) == '>') {
            skip("|>-+", 2);
            skip(" \t\r\n", 24);
        }
        if (peek(0) == '*' || peek(0) == '_' && peek(1) == '_') {
            skip("*_ `", 6);
        }
        value(true);
    }

    /// A type between name and value, as in `password: string = "x"` and `password: &str = "x"`.
    private void annotation() {
        var position = at;
        while (position < text.length() && position - at < 24 && (Letters.isLetter(text.charAt(position))
                || "&'<>[]?|. ".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        if (position > at && position < text.length() && text.charAt(position) == '='
                && text.charAt(position - 1) == ' ') {
            at = position + 1;
            skip(" \t", 4);
        }
    }

    private void value(boolean firm) {
        var start = at;
        skip("\\", 4);
        var escaped = at > start && (peek(0) == '"' || peek(0) == '\'');
        if (at == start && Letters.isLetter(peek(0)) && (peek(1) == '"' || peek(1) == '\'')) {
            at++;
        }
        var entity = text.startsWith("&quot;", at);
        if (peek(0) != 0 && "\"'`".indexOf(peek(0)) >= 0 || entity) {
            quoted(entity ? '&' : peek(0), escaped, firm);
        } else if (!firm || !braced()) {
            at = start;
            bare(firm);
        }
    }

    /// `password={a;b}` of a connection string: what stands in the braces is the value, where no name stands there.
    private boolean braced() {
        var end = peek(0) == '{' ? text.indexOf('}', at, Math.min(text.length(), at + LONGEST_VALUE)) : -1;
        if (end < 0 || text.substring(at + 1, end).chars().noneMatch(c -> c == ';')
                || text.substring(at + 1, end).chars().anyMatch(c -> c <= ' ' || ":'\"`{".indexOf(c) >= 0)) {
            return false;
        }
        add(at + 1, end, true);
        at = end + 1;
        return true;
    }

    private void quoted(char quote, boolean escaped, boolean firm) {
        var run = quote == '&' ? 6 : text.startsWith(String.valueOf(quote).repeat(3), at) ? 3 : 1;
        var from = at + run;
        var limit = Math.min(text.length(), from + LONGEST_VALUE);
        for (var i = from; i < limit && text.charAt(i) != '\n'; i++) {
            var c = text.charAt(i);
            if (c == '\\' && !escaped) {
                i++;
            } else if (c == quote && (quote != '&' || text.startsWith("&quot;", i))) {
                var end = i;
                while (escaped && text.charAt(end - 1) == '\\') {
                    end--;
                }
                add(from, end, firm);
                at = i + 1;
                fallback(firm);
                return;
            }
        }
        at = from;
        bare(firm);
    }

    /// What follows an empty or short literal, as in `"" or "x"`, or a joined one, as in `"ab" + "cd"`.
    private void fallback(boolean firm) {
        if (firm) {
            var kept = at;
            skip(" \t", 2);
            if (peek(0) == '+' || peek(0) == '|' || text.startsWith("or ", at) || peek(0) == '.' && peek(1) == ' ') {
                literals();
            }
            at = kept;
        }
    }

    private void bare(boolean firm) {
        var from = at;
        var limit = Math.min(text.length(), from + LONGEST_VALUE);
        var code = false;
        while (at < limit && !endsBareValue(text.charAt(at))) {
            code |= text.charAt(at) == '(' || text.charAt(at) == '[';
            at++;
        }
        var end = at;
        var closing = text.startsWith("${", from) ? "," : ",.)]};:*_?";
        while (end > from && closing.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > from) {
            add(from, end, firm);
        }
        if (firm && (code || Likeness.isReference(text.substring(from, end))
                || at < limit && "\"'`".indexOf(text.charAt(at)) >= 0
                || isAlternative())) {
            at = from;
            literals();
        }
    }

    private boolean isAlternative() {
        var kept = at;
        skip(" \t", 2);
        var alternative = text.startsWith("||", at) || text.startsWith("??", at) || text.startsWith("or ", at)
                || text.startsWith("?:", at);
        at = kept;
        return alternative;
    }

    private boolean endsBareValue(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == ';'
                || c == '&' && (name.isInQuery() || beginsParameter(at + 1))
                || c == '\\' && (peek(1) == 'n' || peek(1) == 'r' || peek(1) == 't' || peek(1) == '"');
    }

    /// `user=` behind `&`.
    private boolean beginsParameter(int from) {
        var position = from;
        while (position < text.length() && position - from < LONGEST_NAME
                && (Letters.isLetter(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        return position > from && position < text.length() && text.charAt(position) == '=';
    }

    /// Each quoted stretch in the rest of the line: the arguments of whatever makes the value, and what it falls back to.
    private void literals() {
        var limit = Math.min(text.length(), at + LONGEST_LINE);
        while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != ';') {
            var quote = text.charAt(at++);
            if (quote == '"' || quote == '\'' || quote == '`') {
                var from = at;
                while (at < limit && text.charAt(at) != quote && text.charAt(at) != '\n') {
                    at++;
                }
                if (at < limit && text.charAt(at) == quote) {
                    add(from, at++, false);
                }
            }
        }
    }

    /// What begins with a blank stands between two literals, not within one.
    private void add(int start, int end, boolean firm) {
        if (end > start && text.charAt(start) != ' ') {
            values.add(new Value(new Span(start, end), firm));
        }
    }

    private void skip(String characters, int most) {
        var limit = Math.min(text.length(), at + most);
        while (at < limit && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /// The character so far ahead, 0 behind the end.
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }
}
