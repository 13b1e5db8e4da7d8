package dev.wingman.screening.forbidden;

/// A forbidden action in a text.
///
/// @param rule its id without the prefix
/// @param message how to mend it
/// @param start offset of the first character of its first word
/// @param end offset behind its last
public record Found(String rule, String message, int start, int end) {}
