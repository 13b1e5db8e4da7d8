package dev.wingman.contracts;

/// One fault in what was sent.
///
/// @param rule a stable id such as `ten-points/mitigation-missing`
/// @param pointer RFC 6901 JSON pointer into what was sent; for text `line:column`
/// @param message what is wrong and how to mend it; never the secret itself
public record Violation(String rule, String pointer, String message) {}
