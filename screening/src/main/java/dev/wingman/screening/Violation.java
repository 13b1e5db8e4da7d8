package dev.wingman.screening;

/// One reason to refuse a text. It names its place and says how to mend it; it never repeats the text, which may be a secret.
///
/// @param rule stable id, such as `secret/aws-access-key` or `forbidden/force-flag`
/// @param pointer JSON pointer into what was sent or, for a whole document, `line:column`, both from 1
/// @param start offset of its first character in the screened text
/// @param end offset behind its last character
/// @param message how to mend it
public record Violation(String rule, String pointer, int start, int end, String message) {}
