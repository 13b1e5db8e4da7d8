package dev.wingman.screening.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What was read, with an index by which each look ahead costs no more than what it finds.
public final class Words {
    private final Word[] list;
    private final int unreadable;
    private final int[] commandEnds;
    private final int[] statementEnds;
    private final int[] nextFlags;
    private final int[] spans;
    private final int[] asides;
    /// For each word which stretch it belongs to, or -1; empty where there is none.
    private final int[] codes;
    private final int[] brackets;

    private Words(List<Word> list, int unreadable, int[] spans, int[] asides) {
        this.list = list.toArray(Word[]::new);
        this.spans = spans;
        this.asides = asides;
        this.unreadable = unreadable;
        var size = list.size();
        codes = stretches(spans, size);
        brackets = stretches(asides, size);
        commandEnds = new int[size + 1];
        statementEnds = new int[size + 1];
        nextFlags = new int[size + 1];
        commandEnds[size] = size;
        statementEnds[size] = size;
        nextFlags[size] = size;
        for (var i = size - 1; i >= 0; i--) {
            var gap = i + 1 < size ? list.get(i + 1).before() : Gap.COMMAND;
            commandEnds[i] = gap == Gap.SPACE ? commandEnds[i + 1] : i + 1;
            statementEnds[i] = gap.compareTo(Gap.BULLET) <= 0 && gap != Gap.CELL ? statementEnds[i + 1] : i + 1;
            nextFlags[i] = list.get(i).isFlag() ? i : nextFlags[i + 1];
        }
    }

    /// The words of a text, and where a shell would give up, or -1.
    public static Words of(List<Word> words, int unreadable) {
        return new Words(words, unreadable, new int[0], new int[0]);
    }

    /// The words of a text with inline code.
    ///
    /// @param spans for each stretch of inline code the index of its first word and the one behind its last, in order
    /// @param asides the same for what stands in brackets
    static Words of(List<Word> words, int unreadable, int[] spans, int[] asides) {
        return new Words(words, unreadable, spans, asides);
    }

    /// The index of the first word of the inline code to which a word belongs, or the word's own.
    public int codeBegin(int index) {
        var span = at(codes, index);
        return span < 0 ? index : spans[span];
    }

    /// The index behind the last word of the inline code to which a word belongs, or -1.
    public int codeEnd(int index) {
        var span = at(codes, index);
        return span < 0 ? -1 : spans[span + 1];
    }

    /// The index of the first word of the brackets in which a word stands, or -1.
    public int asideBegin(int index) {
        var aside = at(brackets, index);
        return aside < 0 ? -1 : asides[aside];
    }

    /// The index behind the last word of the brackets in which a word stands, or -1.
    public int asideEnd(int index) {
        var aside = at(brackets, index);
        return aside < 0 ? -1 : asides[aside + 1];
    }

    private static int[] stretches(int[] spans, int size) {
        var stretches = new int[spans.length == 0 ? 0 : size];
        Arrays.fill(stretches, -1);
        for (var span = 0; span < spans.length; span += 2) {
            Arrays.fill(stretches, spans[span], spans[span + 1], span);
        }
        return stretches;
    }

    private static int at(int[] stretches, int index) {
        return index >= 0 && index < stretches.length ? stretches[index] : -1;
    }

    /// The words from one index to another.
    public Words part(int from, int to) {
        return new Words(Arrays.asList(list).subList(from, to), -1, new int[0], new int[0]);
    }

    public int size() {
        return list.length;
    }

    public Word get(int index) {
        return list[index];
    }

    /// Whether one of the words from one index up to another is on a list, which is in lower case.
    public boolean has(int from, int to, Set<String> list) {
        for (var i = from; i < to; i++) {
            if (list.contains(get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// The index behind a word up to which its sentence goes on, at most so many words behind it.
    public int sentenceEnd(int index, int most) {
        var end = index + 1;
        while (end < size() && end < index + most && get(end).before().isWithinSentence()) {
            end++;
        }
        return end;
    }

    /// Where in the original a shell would give up, or -1.
    public int unreadable() {
        return unreadable;
    }

    /// The index behind the last word of the command to which a word belongs.
    public int commandEnd(int index) {
        return commandEnds[index];
    }

    /// The index behind the last word of the statement to which a word belongs: it may have several lines.
    public int statementEnd(int index) {
        return statementEnds[index];
    }

    /// The index of the first flag at or behind an index, or the size.
    public int nextFlag(int index) {
        return nextFlags[Math.min(index, list.length)];
    }
}
