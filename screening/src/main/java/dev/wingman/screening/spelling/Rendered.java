package dev.wingman.screening.spelling;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A text as whoever renders it sees it: entities and escaped letters are letters, and a tag or a comment within a word is nothing.
public final class Rendered {
    private static final Pattern SIGN = Pattern.compile(
            "&#(\\d{1,5});|&#[xX]([0-9a-fA-F]{1,5});|&(lt|gt|amp|quot|apos|nbsp|sol|bsol|hyphen|dash|period|semi|vert|grave|dollar);"
                    + "|\\\\u([0-9a-fA-F]{4})|(?<=[\\w>])(?:<!--.{0,80}?-->|</?[a-zA-Z]{1,12}>)(?=[\\w<])");
    private static final Map<String, Character> NAMED = Map.ofEntries(Map.entry("lt", '<'), Map.entry("gt", '>'),
            Map.entry("amp", '&'), Map.entry("quot", '"'), Map.entry("apos", '\''), Map.entry("nbsp", ' '),
            Map.entry("sol", '/'), Map.entry("bsol", '\\'), Map.entry("hyphen", '-'), Map.entry("dash", '-'),
            Map.entry("period", '.'), Map.entry("semi", ';'), Map.entry("vert", '|'), Map.entry("grave", '`'),
            Map.entry("dollar", '$'));
    private static final int NAME = 3;
    private static final int ESCAPE = 4;

    private Rendered() {}

    /// The same text, when rendering changes it.
    public static Optional<Source> of(Source source) {
        var text = source.text();
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf("\\u") < 0) {
            return Optional.empty();
        }
        var signs = SIGN.matcher(text);
        if (!signs.find()) {
            return Optional.empty();
        }
        var rendered = new StringBuilder(text.length());
        var origins = new int[text.length() + 1];
        var copied = 0;
        do {
            copied = copy(source, copied, signs.start(), rendered, origins);
            var letter = letter(signs.group(1), signs.group(2), signs.group(NAME), signs.group(ESCAPE));
            if (letter.isPresent()) {
                origins[rendered.length()] = source.start(signs.start());
                rendered.append(letter.get());
            }
            copied = signs.end();
        } while (signs.find());
        copy(source, copied, text.length(), rendered, origins);
        return Optional.of(Source.mapped(rendered, origins, source.start(0), source.end(text.length())));
    }

    private static int copy(Source source, int from, int to, StringBuilder rendered, int[] origins) {
        for (var i = from; i < to; i++) {
            origins[rendered.length()] = source.start(i);
            rendered.append(source.text().charAt(i));
        }
        return to;
    }

    /// The letter that an entity or an escape stands for; a tag stands for none.
    private static Optional<Character> letter(@Nullable String decimal,
            @Nullable String hex, @Nullable String name,
            @Nullable String escape) {
        if (name != null) {
            return Optional.ofNullable(NAMED.get(name));
        }
        var digits = decimal != null ? decimal : hex != null ? hex : escape;
        if (digits == null) {
            return Optional.empty();
        }
        var code = Integer.parseInt(digits, decimal != null ? 10 : 16);
        return code < ' ' || code > '~' ? Optional.of(' ') : Optional.of((char) code);
    }
}
