package dev.wingman.screening.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.wingman.screening.secrets.Shape.Span;

/// What a text gives to a name such as `DB_PASSWORD`, in whatever language: `name = value`, `"name": "value"`, `<name>value</name>`,
/// `--name value`, `| name | value |`, `name: x` with `value: y` below it, or "the name is value".
final class Assignment {
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_VALUE = 256;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_GAP = 60;
    private static final Set<String> ENDINGS = Set.of("id", "ids", "name", "names", "file", "files", "filename", "path",
            "paths", "url", "urls", "uri", "type", "types", "length", "len", "size", "min", "max", "policy", "policies",
            "arn", "ref", "reference", "expiry", "expires", "expired", "expiration", "ttl", "lifetime", "age", "header",
            "field", "fields", "count", "limit", "limits", "budget", "endpoint", "version", "versions", "label", "hint",
            "regex", "pattern", "prompt", "placeholder", "env", "format", "scheme", "prefix", "suffix", "location",
            "class", "provider", "manager", "store", "issuer", "audience", "enabled", "required", "disabled", "strategy",
            "algorithm", "alg", "rotation", "bucket", "rate", "usage", "scope", "scopes", "status", "date", "at", "by",
            "dir", "mode", "encoder", "encoding", "selector", "mount", "volume", "title", "help", "description", "error",
            "message", "validator", "generator", "service", "handler", "controller", "index", "position", "kind", "digest",
            "checksum", "fingerprint", "strength", "reset", "complexity", "history", "charset", "engine", "resolver",
            "source", "thumbprint", "schema", "template", "extension", "per", "used", "revision", "docs", "var");
    private static final Set<String> BEGINNINGS = Set.of("next", "page", "continuation", "cursor", "sync", "public", "pub",
            "cancel", "cancellation", "stop", "pad", "eos", "bos", "unk", "special", "max", "min", "num", "total", "input",
            "output", "prompt", "completion", "no", "without", "mask", "non", "verification", "publishable", "browser",
            "idempotency", "dedup", "fencing", "resume", "shard", "pagination", "start", "lock", "device", "change",
            "watch", "reset");
    private static final Set<String> CONTINUATIONS = Set.of("", "s", "key", "keys", "value", "string", "data", "base",
            "hash", "plain", "text", "base64", "confirm", "confirmation", "d", "word", "phrase");
    private static final Set<String> VERBS = Set.of("is", "was", "to", "ist", "are", "be", "of", "with", "as", "use", "still");
    private static final List<String> BRIDGES = List.of("value", "default", "stringvalue", "content");

    /// @param firm whether an assignment says so; otherwise a sentence may only look like one
    record Value(Span span, boolean firm) {}

    private final String text;
    private final List<Value> values = new ArrayList<>(2);
    private int at;
    private boolean quotedName;
    private boolean inQuery;

    private Assignment(String text) {
        this.text = text;
    }

    /// The values, of which at most one is meant, given to the name that holds the keyword between the two offsets.
    static List<Value> values(String text, int start, int end) {
        var assignment = new Assignment(text);
        if (assignment.name(start, end)) {
            assignment.junction(start);
        }
        return assignment.values;
    }

    private boolean name(int start, int end) {
        var from = start;
        while (from > 0 && start - from < LONGEST_NAME && inName(text.charAt(from - 1))) {
            from--;
        }
        inQuery = from > 0 && (text.charAt(from - 1) == '?' || text.charAt(from - 1) == '&');
        at = end;
        while (at < text.length() && at - end < LONGEST_NAME && inName(text.charAt(at))) {
            at++;
        }
        while (at > end && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == '-')) {
            at--;
        }
        return !BEGINNINGS.contains(wordBefore(from, start)) && meansASecret(text.substring(end, at));
    }

    private static boolean inName(char c) {
        return Likeness.isLetter(c) || Likeness.isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private String wordBefore(int from, int start) {
        var last = start;
        while (last > from && !Likeness.isLetter(text.charAt(last - 1))) {
            last--;
        }
        var first = last;
        while (first > from && Likeness.isLetter(text.charAt(first - 1))
                && !(first < last && isUpper(text.charAt(first)) && !isUpper(text.charAt(first - 1)))) {
            first--;
        }
        return text.substring(first, last).toLowerCase(Locale.ROOT);
    }

    private static boolean meansASecret(String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        var first = 0;
        while (first < rest.length() && rest.charAt(first) >= 'a' && rest.charAt(first) <= 'z') {
            first++;
        }
        var last = rest.length();
        while (last > 0 && Likeness.isDigit(rest.charAt(last - 1))) {
            last--;
        }
        var word = last;
        while (word > 0 && Likeness.isLetter(rest.charAt(word - 1))
                && !(word < last && isUpper(rest.charAt(word)) && !isUpper(rest.charAt(word - 1)))) {
            word--;
        }
        return CONTINUATIONS.contains(rest.substring(0, first))
                && !ENDINGS.contains(rest.substring(word, last).toLowerCase(Locale.ROOT));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private void junction(int nameStart) {
        var closers = at;
        skip("\\\"'`])}*_", 6);
        quotedName = at > closers && "\"'`".indexOf(text.charAt(at - 1)) >= 0;
        var blank = at;
        skip(" \t", 24);
        var c = peek(0);
        if (c == '=' || c == ':' || c == '?' && peek(1) == '=' || c == '|' && peek(1) == '|' && peek(2) == '=' || c == '~'
                && peek(1) == '>' || c == '-' && peek(1) == '>') {
            skip("=:>?|~-", 3);
            firm();
        } else if (c == '%' && (text.startsWith("%3D", at) || text.startsWith("%3A", at) || text.startsWith("%3d", at))) {
            at += 3;
            firm();
        } else if (c == '>' || c == '(' && peek(1) != ')' || c == ',' && quotedName) {
            markedUp(c);
        } else if (c == '|') {
            at++;
            skip(" \t`*", 40);
            value(false);
        } else if (!bridged()) {
            spoken(nameStart, at > blank);
        }
    }

    /// `<name>value</name>`, `setName("value")`, `("name", "value")`.
    private void markedUp(char mark) {
        at++;
        skip(" \t\r\n", 8);
        var quoted = "\"'`".indexOf(peek(0)) >= 0 || peek(0) == '\\';
        if (mark == '>' && !quoted) {
            var end = text.indexOf('<', at);
            if (end > at && end - at <= LONGEST_VALUE) {
                add(at, end, true);
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
        while (position < text.length() && position - at < LONGEST_GAP && ", \t\r\n\"'-{/<>".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        for (var bridge : BRIDGES) {
            if (text.regionMatches(true, position, bridge, 0, bridge.length())) {
                at = position + bridge.length();
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
    private void spoken(int nameStart, boolean apart) {
        if (!apart) {
            return;
        }
        var option = isOption(nameStart);
        if (option || peek(0) == '\'' || peek(0) == '"') {
            value(peek(0) != '-' || !option);
            return;
        }
        var limit = Math.min(text.length(), at + LONGEST_GAP);
        var expected = true;
        for (var words = 0; words < 7 && at < limit; words++) {
            var word = at;
            if (expected) {
                value(false);
            }
            while (at < text.length() && text.charAt(at) > ' ' && at < limit) {
                at++;
            }
            expected = at > word && (":=".indexOf(text.charAt(at - 1)) >= 0
                    || VERBS.contains(text.substring(word, at).toLowerCase(Locale.ROOT)));
            skip(" \t\r\n*`", 8);
        }
    }

    private boolean isOption(int nameStart) {
        var from = nameStart;
        while (from > 0 && nameStart - from < LONGEST_NAME && inName(text.charAt(from - 1))) {
            from--;
        }
        return text.startsWith("-", from);
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
        while (position < text.length() && position - at < 24 && (Likeness.isLetter(text.charAt(position))
                || "&'<>[]?|. ".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        if (position > at && position < text.length() && text.charAt(position) == '=' && text.charAt(position - 1) == ' ') {
            at = position + 1;
            skip(" \t", 4);
        }
    }

    private void value(boolean firm) {
        var start = at;
        var escaped = peek(0) == '\\' && (peek(1) == '"' || peek(1) == '\'');
        if (!escaped && Likeness.isLetter(peek(0)) && (peek(1) == '"' || peek(1) == '\'')) {
            at++;
        }
        at += escaped ? 1 : 0;
        var quote = text.startsWith("&quot;", at) ? '&' : peek(0);
        if ("\"'`&".indexOf(quote) >= 0 && quote != 0 && (quote != '&' || text.startsWith("&quot;", at))) {
            quoted(quote, escaped, firm);
        } else {
            at = start;
            bare(firm);
        }
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
                add(from, escaped && text.charAt(i - 1) == '\\' ? i - 1 : i, firm);
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
        if (firm && (code || Likeness.isReference(text.substring(from, end)) || at < limit && "\"'`".indexOf(text.charAt(at)) >= 0
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
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == ';' || c == '&' && inQuery
                || c == '\\' && (peek(1) == 'n' || peek(1) == 'r' || peek(1) == 't' || peek(1) == '"');
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

    private void add(int start, int end, boolean firm) {
        if (end > start) {
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
