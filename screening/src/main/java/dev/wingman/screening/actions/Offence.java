package dev.wingman.screening.actions;

/// A forbidden action in a text.
///
/// @param action which one
/// @param start offset of the first character of its first word in the original text
/// @param end offset behind its last
public record Offence(Action action, int start, int end) {}
