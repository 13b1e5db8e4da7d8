package dev.wingman.screening.spelling;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// A text to be read, with the way back to where each of its characters stands in the original.
public final class Source {
    private final String text;
    private final int @Nullable [] origins;
    private final int from;
    private final int to;

    private Source(String text, int @Nullable [] origins, int from, int to) {
        this.text = text;
        this.origins = origins;
        this.from = from;
        this.to = to;
    }

    /// The original itself, letter by letter as a reader sees it.
    public static Source of(String original) {
        return Letters.plain(original);
    }

    /// One argument of a command, whose first character stands at `from`; nothing in it is unescaped.
    public static Source at(String argument, int from) {
        var plain = Letters.plain(argument);
        var origins = new int[plain.text.length()];
        for (var i = 0; i < origins.length; i++) {
            origins[i] = from + plain.start(i);
        }
        return new Source(plain.text, origins, from, from + argument.length());
    }

    /// A text that was worked out from a stretch of the original: all of it points there.
    public static Source derived(String text, int from, int to) {
        return new Source(Letters.plain(text).text, null, from, to);
    }

    static Source same(String original) {
        return new Source(original, null, 0, -1);
    }

    /// A text put together from pieces, each of whose characters stands at its own place.
    public static Source mapped(CharSequence text, int[] origins, int from, int to) {
        return new Source(text.toString(), Arrays.copyOf(origins, text.length()), from, to);
    }

    /// A stretch of it.
    public Source part(int begin, int end) {
        var origins = new int[end - begin];
        for (var i = begin; i < end; i++) {
            origins[i - begin] = start(i);
        }
        return new Source(text.substring(begin, end), origins, start(begin), end(end));
    }

    public String text() {
        return text;
    }

    /// Where its character stands in the original.
    public int start(int index) {
        if (origins != null) {
            return index < origins.length ? origins[index] : end(index);
        }
        return to < 0 ? index : from;
    }

    /// Where the original goes on behind the characters before this index.
    public int end(int index) {
        if (origins != null) {
            return index == 0 || origins.length == 0 ? from : origins[index - 1] + 1;
        }
        return to < 0 ? index : to;
    }
}
