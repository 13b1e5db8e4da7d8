package dev.wingman.screening.shell;

/// What separates a word from the word before, from weak to strong; of several in a row the strongest counts.
public enum Gap {
    /// The same command goes on.
    SPACE,
    /// A backtick, a parenthesis or a label: another command, the same sentence.
    CODE,
    LINE,
    /// A new line that begins with a bullet.
    BULLET,
    SENTENCE,
    PIPE,
    /// `;`, `&` or the beginning of the text: another command.
    COMMAND
}
