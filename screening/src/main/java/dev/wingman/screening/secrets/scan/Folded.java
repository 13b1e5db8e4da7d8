package dev.wingman.screening.secrets.scan;

import org.jspecify.annotations.Nullable;

/// A text as a reader takes it: without what cannot be seen, and with ASCII for what only looks like it, so that neither splits nor
/// disguises a key. Most texts have nothing of that sort and stay as they are.
public final class Folded {
    private static final String INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff";
    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final String QUOTES = "\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f";
    private static final String BLANKS = "\u00a0\u2007\u2009\u202f\u3000";
    /// Below it everything is what it seems.
    private static final char FIRST = '\u00a0';
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_WIDTH_SHIFT = 0xfee0;

    private final String text;
    private final @Nullable Rewriting rewriting;

    private Folded(String text, @Nullable Rewriting rewriting) {
        this.text = text;
        this.rewriting = rewriting;
    }

    public static Folded of(String original) {
        var first = 0;
        while (first < original.length()
                && (original.charAt(first) < FIRST || folded(original.charAt(first)) == original.charAt(first))) {
            first++;
        }
        return first == original.length() ? new Folded(original, null) : rewritten(original);
    }

    /// What is searched.
    public String text() {
        return text;
    }

    /// Where a stretch that starts here starts in the original.
    public int start(int offset) {
        return rewriting == null ? offset : rewriting.starts[offset];
    }

    /// Where a stretch that ends here ends in the original.
    public int end(int offset) {
        return rewriting == null ? offset : rewriting.ends[offset - 1];
    }

    private static Folded rewritten(String original) {
        var rewriting = new Rewriting(original.length());
        for (var i = 0; i < original.length(); i++) {
            var c = folded(original.charAt(i));
            if (c != 0 || original.charAt(i) == 0) {
                rewriting.write(c, i, i + 1);
            }
        }
        return rewriting.done();
    }

    /// The character that is seen; 0 when nothing is.
    private static char folded(char c) {
        if (c < FIRST) {
            return c;
        }
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return (char) (c - FULL_WIDTH_SHIFT);
        }
        if (INVISIBLE.indexOf(c) >= 0) {
            return 0;
        }
        if (HYPHENS.indexOf(c) >= 0) {
            return '-';
        }
        if (QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        return BLANKS.indexOf(c) >= 0 ? ' ' : c;
    }

    /// A text that is written anew, never longer, with the place in the original of each of its characters.
    static final class Rewriting {
        private final StringBuilder text;
        private final int[] starts;
        private final int[] ends;

        Rewriting(int longest) {
            text = new StringBuilder(longest);
            starts = new int[longest];
            ends = new int[longest];
        }

        void write(char c, int start, int end) {
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(c);
        }

        Folded done() {
            return new Folded(text.toString(), this);
        }
    }
}
