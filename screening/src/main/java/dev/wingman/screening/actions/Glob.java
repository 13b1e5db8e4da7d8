package dev.wingman.screening.actions;

/// A pattern as file names have it: `*` is anything, `?` one letter, `[…]` one of some. Linear: a star never tries again further back.
final class Glob {
    private static final String SIGNS = "*?[";

    /// What most patterns are, told without a walk.
    private enum Kind {
        EXACT, PREFIX, SUFFIX, PART, PARTS, ANY
    }

    private final String pattern;
    private final String plain;
    private final String[] parts;
    private final Kind kind;
    /// The letters that every word has that fits.
    private final long letters;

    private Glob(String pattern) {
        this.pattern = pattern;
        var begins = pattern.startsWith("*");
        var ends = pattern.length() > 1 && pattern.endsWith("*");
        var inner = pattern.substring(begins ? 1 : 0, pattern.length() - (ends ? 1 : 0));
        this.plain = inner;
        this.parts = parts(inner);
        this.kind = isPattern(inner)
                ? begins && ends && !isPattern(inner.replace("[*]", "").replace("*", "")) ? Kind.PARTS : Kind.ANY
                : begins && ends ? Kind.PART : begins ? Kind.SUFFIX : ends ? Kind.PREFIX : Kind.EXACT;
        this.letters = switch (kind) {
            case EXACT, PREFIX, SUFFIX, PART -> letters(inner);
            case PARTS -> letters(String.join("", parts));
            case ANY -> 0;
        };
    }

    /// The letters of a text, a bit for each, by which most texts are told from most patterns.
    static long letters(String text) {
        var letters = 0L;
        for (var i = 0; i < text.length(); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /// Whether a text with these letters may match.
    boolean mayMatch(long others) {
        return (letters & ~others) == 0;
    }

    /// What stands between the stars; `[*]` is one that is meant.
    private static String[] parts(String pattern) {
        var parts = pattern.replace("[*]", "\0").split("\\*");
        for (var i = 0; i < parts.length; i++) {
            parts[i] = parts[i].replace('\0', '*');
        }
        return parts;
    }

    static Glob of(String pattern) {
        return new Glob(pattern);
    }

    boolean matches(String text) {
        return switch (kind) {
            case EXACT -> text.equals(plain);
            case PREFIX -> text.startsWith(plain);
            case SUFFIX -> text.endsWith(plain);
            case PART -> text.contains(plain);
            case PARTS -> hasParts(text);
            case ANY -> matches(pattern, text);
        };
    }

    /// `*drop*table*`: each part behind the one before.
    private boolean hasParts(String text) {
        var from = 0;
        for (var part : parts) {
            var at = text.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    static boolean isPattern(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a letter of a pattern stands for others.
    static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    static boolean matches(String pattern, String text) {
        if (differs(pattern, 0, text, 0) || differs(pattern, pattern.length() - 1, text, text.length() - 1)) {
            return false;
        }
        var p = 0;
        var t = 0;
        var star = -1;
        var from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && fits(pattern, p, text.charAt(t))) {
                p = next(pattern, p);
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// Most texts are told from a pattern by their first letter or their last.
    private static boolean differs(String pattern, int p, String text, int t) {
        return !text.isEmpty() && !pattern.isEmpty() && "*?[]".indexOf(pattern.charAt(p)) < 0
                && pattern.charAt(p) != text.charAt(t);
    }

    private static boolean fits(String pattern, int p, char c) {
        var letter = pattern.charAt(p);
        if (letter != '[') {
            return letter == '?' || letter == c;
        }
        var close = pattern.indexOf(']', p);
        var end = close < 0 ? pattern.length() : close;
        var i = close < 0 ? p : p + 1;
        var denies = i < end && "!^".indexOf(pattern.charAt(i)) >= 0;
        for (i = denies ? i + 1 : i; i < end; i++) {
            var range = i + 2 < end && pattern.charAt(i + 1) == '-';
            if (range ? c >= pattern.charAt(i) && c <= pattern.charAt(i + 2) : c == pattern.charAt(i)) {
                return !denies;
            }
            i += range ? 2 : 0;
        }
        return denies;
    }

    private static int next(String pattern, int p) {
        var end = pattern.charAt(p) == '[' ? pattern.indexOf(']', p) : p;
        return end < 0 ? pattern.length() : end + 1;
    }
}
