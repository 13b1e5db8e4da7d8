package dev.wingman.gatekeeper.domain.risk;

import java.util.Arrays;

import dev.wingman.screening.spelling.Source;

/// The words of a text by what they mean for the risk, and the marks between them that end something.
final class Words {

    private static final String END = "\n\n\n";
    private static final String MARKS = ".;:,!?\n";
    /// Its bit is the last; those of all senses are below it.
    private static final long MARK = 1L << 62;

    private final String text;
    private long[] senses;
    private long[] roles;
    private int[] starts;
    private int size;

    private Words(String text) {
        this.text = text;
        senses = new long[text.length() / 5 + 16];
        roles = new long[senses.length];
        starts = new int[senses.length];
    }

    /// Behind the last word stand marks: who looks ahead by a word or two finds an end there.
    static Words of(Source source) {
        var words = new Words(source.text() + END);
        words.read();
        return words;
    }

    int size() {
        return size;
    }

    /// Where it stands in the source.
    int start(int at) {
        return starts[at];
    }

    boolean is(int at, Sense sense) {
        return sense.isIn(senses[at]);
    }

    /// Whether it may be one of these in an upheaval.
    boolean plays(int at, long oneOf) {
        return (roles[at] & oneOf) != 0;
    }

    boolean meansNothing(int at) {
        return senses[at] == 0 && roles[at] == 0;
    }

    boolean isMark(int at) {
        return senses[at] == MARK;
    }

    boolean endsSentence(int at) {
        return isMark(at) && mark(at) != ':' && mark(at) != ',';
    }

    /// Whether a line ends here whose last mark is a colon: what stands below belongs to it.
    boolean endsLead(int at) {
        return isMark(at) && mark(at) == '\n' && at > 0 && isMark(at - 1) && mark(at - 1) == ':';
    }

    /// "Do not forget to delete" denies nothing.
    boolean denies(int at) {
        return is(at, Sense.DENIES) && !is(at + 1, Sense.URGES);
    }

    boolean isComma(int at) {
        return at >= 0 && isMark(at) && mark(at) == ',';
    }

    /// "…, delete the rows", "(delete the rows)", and not "…, `delete`", "(delete or drop)": there it is a command's name.
    boolean ordersApart(int at) {
        return is(at, Sense.ORDERS) && (isComma(at - 1) && text.charAt(starts[at] - 1) == ' '
                && text.charAt(wordEnd(starts[at])) != ')'
                || isBehindDashOrBracket(starts[at]) && !isMark(at + 1) && !is(at + 1, Sense.JOINS)
                        && text.charAt(wordEnd(starts[at])) == ' ');
    }

    /// A long dash is two hyphens by now.
    private boolean isBehindDashOrBracket(int start) {
        return start > 0 && text.charAt(start - 1) == '(' || start > 2
                && (text.startsWith(" - ", start - 3) || text.startsWith("-- ", start - 3));
    }

    /// "deleted_at": a name that begins with what was done.
    boolean beginsName(int at) {
        return isParticiple(at) && text.charAt(wordEnd(starts[at])) == '_';
    }

    boolean isHyphened(int at) {
        return text.charAt(wordEnd(starts[at])) == '-';
    }

    boolean isParticiple(int at) {
        return text.regionMatches(true, wordEnd(starts[at]) - 2, "ed", 0, 2);
    }

    /// "Accidentally".
    boolean isAdverb(int at) {
        return !isMark(at) && text.regionMatches(true, wordEnd(starts[at]) - 2, "ly", 0, 2);
    }

    boolean beginsSentence(int at) {
        return at == 0 || isMark(at - 1);
    }

    /// "DELETE /orders": a request, as its protocol spells it.
    boolean isRequest(int at) {
        return text.startsWith("DELETE /", starts[at]);
    }

    boolean isColon(int at) {
        return isMark(at) && mark(at) == ':';
    }

    /// Whether one of these words has this sense.
    boolean has(int from, int to, Sense sense) {
        for (var at = Math.max(0, from); at < Math.min(size, to); at++) {
            if (is(at, sense)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of so many words beside this one plays one of these roles, none beyond the end of the sentence or what denies it.
    ///
    /// @param step 1 for those behind it, -1 for those before it
    boolean hasBeside(int at, int step, int count, long oneOf) {
        for (var next = at + step; next >= 0 && next < size && Math.abs(next - at) <= count && !endsSentence(next)
                && !is(next, Sense.DENIES); next += step) {
            if (plays(next, oneOf)) {
                return true;
            }
        }
        return false;
    }

    /// Whether this word and the one before it are these two.
    boolean reads(int at, String word) {
        return !isMark(at) && isWord(at, word);
    }

    boolean reads(int at, String first, String second) {
        return at > 0 && !isMark(at) && !isMark(at - 1) && isWord(at, second) && isWord(at - 1, first);
    }

    private boolean isWord(int at, String word) {
        return text.regionMatches(true, starts[at], word, 0, word.length())
                && wordEnd(starts[at]) == starts[at] + word.length();
    }

    private char mark(int at) {
        return text.charAt(starts[at]);
    }

    private void read() {
        for (var at = 0; at < text.length();) {
            if (isLetter(at)) {
                var end = wordEnd(at);
                var meaning = Meanings.of(text, at, end);
                add(at, meaning.senses() | (isDenial(end) ? Sense.DENIES.bit() : 0L), meaning.roles());
                at = end;
            } else {
                if (text.charAt(at) != ' ' && MARKS.indexOf(text.charAt(at)) >= 0) {
                    add(at, MARK, 0);
                }
                at++;
            }
        }
    }

    private void add(int start, long sense, long role) {
        if (size == senses.length) {
            senses = Arrays.copyOf(senses, 2 * size);
            roles = Arrays.copyOf(roles, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        senses[size] = sense;
        roles[size] = role;
        starts[size++] = start;
    }

    /// "don't", "isn't".
    private boolean isDenial(int end) {
        return end > 3 && text.charAt(end - 2) == '\'' && text.regionMatches(true, end - 3, "n't", 0, 3);
    }

    /// An apostrophe between letters is one of them.
    private int wordEnd(int from) {
        var end = from + 1;
        while (end < text.length() && (isLetter(end) || text.charAt(end) == '\'' && isLetter(end + 1))) {
            end++;
        }
        return end;
    }

    /// Also half of a letter beyond the first 65,536: they are never told apart.
    private boolean isLetter(int at) {
        if (at >= text.length()) {
            return false;
        }
        var c = text.charAt(at);
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c) || Character.isSurrogate(c);
    }
}
