package dev.wingman.screening.shell;

import dev.wingman.screening.spelling.Variables;

/// Braces and brackets: `{rm,-rf,/srv}` is three words, `r[m]` one, and in code or JSON they only separate.
final class Brackets {
    private static final int LONGEST = 256;
    private static final int PREFIX = 64;

    private Brackets() {}

    static void read(Reader reader, char c) {
        if (c == '{') {
            brace(reader);
        } else if (c == '}') {
            reader.close(Gap.SPACE);
            Signs.group(reader);
        } else if (c == '[' && isMember(reader)) {
            member(reader);
        } else if (c == '[' && !reader.open.isEmpty() && isSet(reader)) {
            var end = reader.text.indexOf(']', reader.at);
            for (; reader.at < end; reader.at++) {
                reader.append(reader.text.charAt(reader.at));
            }
            reader.append(']');
        } else {
            reader.close(Gap.SPACE);
        }
    }

    /// `fs['rmSync']` in code is `fs.rmSync`, also when the name is put together: `fs['rm' + 'Sync']`.
    private static void member(Reader reader) {
        reader.append('.');
        var end = memberEnd(reader);
        for (reader.at++; reader.at < end; reader.at++) {
            if (Variables.isNamePart(reader.peek(0))) {
                reader.append(reader.peek(0));
            }
        }
        reader.open.extend(reader.source.end(end + 1));
    }

    private static boolean isMember(Reader reader) {
        var before = reader.peek(-1);
        return !reader.strict && (Variables.isNamePart(before) || before == ')' || before == ']')
                && "'\"".indexOf(reader.peek(1)) >= 0 && memberEnd(reader) > 0;
    }

    /// Where the bracket ends between which stands nothing but a quoted name, in one piece or several; else -1.
    private static int memberEnd(Reader reader) {
        for (var i = reader.at + 1; i < Math.min(reader.text.length(), reader.at + PREFIX); i++) {
            var c = reader.text.charAt(i);
            if (c == ']') {
                return "'\"".indexOf(reader.text.charAt(i - 1)) >= 0 ? i : -1;
            }
            if (!Variables.isNamePart(c) && "'\"+. ".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    /// A set of letters in a pattern: short, within a word, nothing quoted.
    private static boolean isSet(Reader reader) {
        for (var i = reader.at + 1; i < Math.min(reader.text.length(), reader.at + 16); i++) {
            var c = reader.text.charAt(i);
            if (c == ']') {
                return i > reader.at + 1;
            }
            if (!Variables.isNamePart(c) && "-!^".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    private static void brace(Reader reader) {
        var end = end(reader);
        var prefix = reader.open.text();
        if (end < 0 || prefix.length() > PREFIX) {
            reader.close(Gap.SPACE);
            return;
        }
        var suffixEnd = end + 1;
        while (suffixEnd < reader.text.length() && suffixEnd - end < LONGEST
                && (Variables.isNamePart(reader.text.charAt(suffixEnd))
                        || "-/.".indexOf(reader.text.charAt(suffixEnd)) >= 0)) {
            suffixEnd++;
        }
        var suffix = reader.text.substring(end + 1, suffixEnd);
        var first = true;
        for (var choice : reader.text.substring(reader.at + 1, end).split(",", -1)) {
            if (!first) {
                reader.close(Gap.SPACE);
                reader.expand(prefix, true);
            }
            reader.expand(choice.replace("'", "").replace("\"", "").replace("\\", ""), true);
            reader.expand(suffix, true);
            first = false;
        }
        reader.at = suffixEnd - 1;
    }

    /// Where the braces end that a shell would expand: on the same word, with a comma, and not a map of JSON.
    private static int end(Reader reader) {
        var text = reader.text;
        var commas = 0;
        var map = reader.peek(1) == '"' && !reader.strict;
        for (var i = reader.at + 1; i < Math.min(text.length(), reader.at + LONGEST); i++) {
            switch (text.charAt(i)) {
                case '}' -> {
                    return commas > 0 ? i : -1;
                }
                case ',' -> commas++;
                case ':' -> {
                    if (map) {
                        return -1;
                    }
                }
                case ' ', '\t', '\n', '\r', '{', '(', ')', '$', ';', '|', '&', '[', ']' -> {
                    return -1;
                }
                default -> {
                }
            }
            if (commas > 16) {
                return -1;
            }
        }
        return -1;
    }
}
