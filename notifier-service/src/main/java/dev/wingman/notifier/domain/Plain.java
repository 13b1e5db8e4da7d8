package dev.wingman.notifier.domain;

/// Texts of strangers, made harmless for a human's eyes: nothing turns the reading direction, hides, breaks the line or piles up over other lines.
public final class Plain {

    private static final int MARKS_IN_A_ROW = 2;

    private Plain() {}

    /// One line of at most `limit` UTF-16 units; what cannot be seen is shown by its number.
    public static String line(String text, int limit) {
        var clean = new StringBuilder();
        int marks = 0;
        for (int at = 0; at < text.length() && clean.length() <= limit;) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks <= MARKS_IN_A_ROW) {
                append(clean, point);
            }
        }
        return shortened(clean.toString(), limit);
    }

    /// Cut at a character's end, with an ellipsis.
    static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    /// For Telegram's HTML.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            clean.append(' ');
        } else if (isUnseen(point)) {
            clean.append("‹U+").append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT)).append('›');
        } else {
            clean.appendCodePoint(point);
        }
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> point == 0x3164 || point == 0x115F || point == 0x1160 || point == 0x2800;
        };
    }
}
