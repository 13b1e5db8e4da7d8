package dev.wingman.local.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Telegram's parse modes: what parses gives the text that a reader sees, what does not is refused with 400.
final class Formatting {

    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";
    private static final Set<String> TAGS = Set.of("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span",
            "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote");
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\\s+[^<>]*)?)>");
    private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot|#[0-9]+|#x[0-9a-fA-F]+);");

    private Formatting() {}

    /// The visible text.
    static String visible(String text, String parseMode) {
        return switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "" -> text;
            case "html" -> html(text);
            case "markdownv2" -> markdown(text);
            case "markdown" -> text;
            default -> throw new Refused(400, "Bad Request: unsupported parse_mode");
        };
    }

    private static String html(String text) {
        var visible = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '<') {
                var tag = TAG.matcher(text).region(at, text.length());
                if (!tag.lookingAt()) {
                    throw entities("Unsupported start tag at byte offset " + at);
                }
                nest(open, tag.group(1).isEmpty(), tag.group(2).toLowerCase(Locale.ROOT), at);
                at = tag.end();
            } else if (character == '&') {
                int end = afterEntity(text, at);
                visible.append(decoded(text.substring(at, end)));
                at = end;
            } else {
                visible.append(character);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw entities("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return visible.toString();
    }

    private static void nest(Deque<String> open, boolean start, String name, int at) {
        if (!TAGS.contains(name)) {
            throw entities("Unsupported start tag \"" + name + "\" at byte offset " + at);
        }
        if (start) {
            open.push(name);
        } else if (open.isEmpty() || !open.pop().equals(name)) {
            throw entities("Unmatched end tag at byte offset " + at);
        }
    }

    /// Telegram shows a lone ampersand as it is.
    private static int afterEntity(String text, int at) {
        var entity = ENTITY.matcher(text).region(at, text.length());
        return entity.lookingAt() ? entity.end() : at + 1;
    }

    private static String decoded(String entity) {
        return switch (entity) {
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            case "&amp;", "&" -> "&";
            default -> Character.toString(entity.startsWith("&#x")
                    ? Integer.parseInt(entity.substring(3, entity.length() - 1), 16)
                    : Integer.parseInt(entity.substring(2, entity.length() - 1)));
        };
    }

    private static String markdown(String text) {
        return new MarkdownScan(text).visible();
    }

    static Refused entities(String why) {
        return new Refused(400, "Bad Request: can't parse entities: " + why);
    }

    static boolean isReserved(char character) {
        return RESERVED.indexOf(character) >= 0;
    }
}
