package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.screening.forbidden.Word.Gap;

/// Reads a text into words, once from left to right. What a shell would drop is dropped (quotes, backslashes), what a reader
/// cannot see too, and what only looks like ASCII becomes ASCII: spelling does not hide a command.
final class Words {
    private static final String QUOTES = "'\"\u2018\u2019\u201c\u201d";
    private static final String INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";
    private static final String HYPHENS = "\u2010\u2011\u2012\u2212\ufe63";
    private static final String LONG_DASHES = "\u2013\u2014\u2015";
    private static final List<String> BLANK_VARIABLES = List.of("${IFS}", "$IFS$9", "$IFS");
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_WIDTH_SHIFT = 0xfee0;

    private final String source;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Gap gap = Gap.COMMAND;
    private int start;
    private int at;

    private Words(String source) {
        this.source = source;
    }

    static List<Word> of(String text) {
        var reader = new Words(text);
        while (reader.at < text.length()) {
            reader.step();
        }
        reader.close(Gap.SPACE);
        return reader.words;
    }

    private void step() {
        var c = source.charAt(at);
        switch (c) {
            case '\n', '\r' -> close(lineBreak());
            case ' ', '\t', '\f', '\u000b', '[', ']', '{', '}', '\u00a0', '\u3000' -> close(Gap.SPACE);
            case '`', '(', ')' -> close(Gap.CODE);
            case '|' -> close(Gap.PIPE);
            case ';', '&' -> close(Gap.COMMAND);
            case '<', '>' -> angle(c);
            case ',' -> comma();
            case '\\' -> backslash();
            case '$' -> dollar();
            default -> ordinary(c);
        }
        at++;
    }

    private void ordinary(char c) {
        if (QUOTES.indexOf(c) >= 0 || INVISIBLE.indexOf(c) >= 0) {
            return;
        }
        if (HYPHENS.indexOf(c) >= 0) {
            append('-');
        } else if (LONG_DASHES.indexOf(c) >= 0) {
            append('-');
            append('-');
        } else if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            append((char) (c - FULL_WIDTH_SHIFT));
        } else {
            append(c);
        }
    }

    private void append(char c) {
        if (open.isEmpty()) {
            start = at;
        }
        open.append(c);
    }

    private void angle(char c) {
        close(Gap.SPACE);
        append(c);
        at++;
        close(Gap.SPACE);
        at--;
    }

    /// Between quoted words, as in `["rm", "-rf"]`, a comma separates; elsewhere it belongs to its word.
    private void comma() {
        var quoted = at > 0 && QUOTES.indexOf(source.charAt(at - 1)) >= 0
                || at + 1 < source.length() && QUOTES.indexOf(source.charAt(at + 1)) >= 0;
        if (quoted) {
            close(Gap.SPACE);
        } else {
            append(',');
        }
    }

    private void backslash() {
        if (at + 1 == source.length()) {
            return;
        }
        at++;
        var escaped = source.charAt(at);
        if (escaped == '\n' || escaped == '\r') {
            close(Gap.SPACE);
        } else if (QUOTES.indexOf(escaped) < 0) {
            append(escaped);
        }
    }

    private void dollar() {
        for (var blank : BLANK_VARIABLES) {
            if (source.startsWith(blank, at)) {
                close(Gap.SPACE);
                at += blank.length() - 1;
                return;
            }
        }
        var quoting = at + 1 < source.length() && QUOTES.indexOf(source.charAt(at + 1)) >= 0;
        if (!quoting) {
            append('$');
        }
    }

    /// A line that goes on with inline code continues the sentence of the line before.
    private Gap lineBreak() {
        var continues = source.startsWith("`", at + 1) && !source.startsWith("```", at + 1);
        return continues ? Gap.CODE : Gap.LINE;
    }

    private void close(Gap next) {
        if (open.isEmpty()) {
            gap = stronger(gap, next);
            return;
        }
        var word = open.toString();
        open.setLength(0);
        var bare = withoutPunctuation(word);
        words.add(Word.of(bare, start, at, gap));
        gap = endsSentence(word, bare) ? stronger(next, Gap.SENTENCE) : next;
    }

    private static Gap stronger(Gap one, Gap other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String withoutPunctuation(String word) {
        if (word.equals("..")) {
            return word;
        }
        var end = word.length();
        while (end > 1 && ".,:!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean endsSentence(String word, String bare) {
        return word.length() > bare.length() && ".!?".indexOf(word.charAt(bare.length())) >= 0;
    }
}
