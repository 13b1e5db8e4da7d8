package dev.wingman.screening.secrets;

/// Where a secret stands in a text; not the secret itself.
///
/// @param kind stable id of its kind
/// @param name its kind in words, with an article
/// @param start offset of its first character
/// @param end offset behind its last character
public record Secret(String kind, String name, int start, int end) {
    /// The secret itself: for a fingerprint, and for nothing else.
    public String of(String text) {
        return text.substring(start, end);
    }
}
