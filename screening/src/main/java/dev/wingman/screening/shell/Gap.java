package dev.wingman.screening.shell;

/// What separates a word from the word before, from weak to strong; of several in a row the strongest counts.
public enum Gap {
    /// The same command goes on.
    SPACE,
    /// A backtick, a parenthesis or a label: another command, the same sentence.
    CODE,
    /// The next cell of the same row.
    CELL,
    LINE,
    /// A new line that begins with a bullet.
    BULLET,
    /// The beginning of a fenced block.
    FENCE,
    SENTENCE,
    PIPE,
    /// `;`, `&` or the beginning of the text: another command.
    COMMAND;

    /// Whether the same sentence goes on.
    public boolean isWithinSentence() {
        return compareTo(CODE) <= 0;
    }

    /// Whether a line begins, with a bullet, in a fenced block, or plainly.
    public boolean isNewLine() {
        return this == LINE || this == BULLET || this == FENCE;
    }
}
