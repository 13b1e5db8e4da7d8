package dev.wingman.screening;

import java.util.List;

/// A text without its secrets: each stands there as `[<kind> <fingerprint>]`.
///
/// @param text what may be stored, sent and shown
/// @param secrets what was taken out, in order
public record Redacted(String text, List<Secret> secrets) {
    /// What is left of a secret.
    ///
    /// @param kind such as `aws-access-key`
    /// @param fingerprint eight hex digits that are equal for equal secrets of one tenant
    public record Secret(String kind, String fingerprint) {}

    public Redacted {
        secrets = List.copyOf(secrets);
    }

    public boolean changed() {
        return !secrets.isEmpty();
    }
}
