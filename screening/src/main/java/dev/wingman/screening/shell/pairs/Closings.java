package dev.wingman.screening.shell.pairs;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// Where quotes and parentheses end. Whatever is asked, the whole text is looked at once a quote kind and once for parentheses.
public final class Closings {
    private final String text;
    private final boolean strict;
    private final int[] missingFrom = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    private int @Nullable [] parentheses;

    public Closings(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    /// The quote that ends the one at `opening`, or -1. Each character is looked at once, or a closing is known to be missing.
    public int quote(int opening, char quote) {
        var kind = "'\"`".indexOf(quote);
        if (opening >= missingFrom[kind]) {
            return -1;
        }
        for (var i = opening + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == '"' && c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '(') {
                var end = parenthesis(i + 1);
                i = end < 0 ? i : end;
            } else if (!strict && c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                return -1;
            }
        }
        missingFrom[kind] = opening;
        return -1;
    }

    /// The parenthesis that ends the one at `opening`, or -1.
    public int parenthesis(int opening) {
        if (parentheses == null) {
            parentheses = pairs();
        }
        return parentheses[opening];
    }

    private int[] pairs() {
        var pairs = new int[text.length()];
        Arrays.fill(pairs, -1);
        var stack = new int[text.length()];
        var depth = 0;
        for (var i = 0; i < pairs.length; i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                stack[depth++] = i;
            } else if (c == ')' && depth > 0) {
                pairs[stack[--depth]] = i;
            }
        }
        return pairs;
    }
}
