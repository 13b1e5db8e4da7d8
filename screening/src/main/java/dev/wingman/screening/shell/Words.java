package dev.wingman.screening.shell;

import java.util.List;

/// What was read, with an index by which each look ahead costs no more than what it finds.
public final class Words {
    private final List<Word> list;
    private final int unreadable;
    private final int[] commandEnds;
    private final int[] statementEnds;
    private final int[] nextFlags;

    private Words(List<Word> list, int unreadable) {
        this.list = list;
        this.unreadable = unreadable;
        var size = list.size();
        commandEnds = new int[size + 1];
        statementEnds = new int[size + 1];
        nextFlags = new int[size + 1];
        commandEnds[size] = size;
        statementEnds[size] = size;
        nextFlags[size] = size;
        for (var i = size - 1; i >= 0; i--) {
            var gap = i + 1 < size ? list.get(i + 1).before() : Gap.COMMAND;
            commandEnds[i] = gap == Gap.SPACE ? commandEnds[i + 1] : i + 1;
            statementEnds[i] = gap.compareTo(Gap.BULLET) <= 0 ? statementEnds[i + 1] : i + 1;
            nextFlags[i] = list.get(i).isFlag() ? i : nextFlags[i + 1];
        }
    }

    /// The words of a text, and where a shell would give up, or -1.
    public static Words of(List<Word> words, int unreadable) {
        return new Words(List.copyOf(words), unreadable);
    }

    public int size() {
        return list.size();
    }

    public Word get(int index) {
        return list.get(index);
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
        return nextFlags[Math.min(index, list.size())];
    }
}
