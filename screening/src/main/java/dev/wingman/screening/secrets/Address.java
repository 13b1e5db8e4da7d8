package dev.wingman.screening.secrets;

import org.jspecify.annotations.Nullable;

import dev.wingman.screening.secrets.scan.Shape.Span;

/// The password in `scheme://user:password@host`, which may itself contain `@` and, unescaped by mistake, much else.
final class Address {
    private static final int LONGEST = 512;
    private static final String BEHIND = " \t\r\n\"'`<>|,\\";

    private Address() {}

    /// The password in `user:password@tcp(host)`, as Go's MySQL driver has it.
    ///
    /// @param sign offset of `@`
    static @Nullable Span passwordBefore(String text, int sign) {
        var from = sign;
        while (from > 0 && sign - from < LONGEST / 4 && BEHIND.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var colon = text.indexOf(':', from, sign);
        return colon < 0 ? null : new Span(colon + 1, sign);
    }

    /// @param from offset behind `://`
    static @Nullable Span password(String text, int from) {
        var limit = Math.min(text.length(), from + LONGEST);
        var colon = -1;
        var sign = -1;
        for (var i = from; i < limit && !ends(text, i, sign >= 0); i++) {
            if (text.charAt(i) == ':' && colon < 0) {
                colon = i;
            } else if (text.charAt(i) == '@') {
                sign = i;
            }
        }
        return colon < 0 || sign <= colon + 1 ? null : new Span(colon + 1, sign);
    }

    private static boolean ends(String text, int at, boolean host) {
        var c = text.charAt(at);
        return BEHIND.indexOf(c) >= 0 || c == '/' || host && (c == '?' || c == '#' || c == '&' || c == ';');
    }
}
