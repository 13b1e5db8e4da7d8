package dev.wingman.gatekeeper.domain;

import java.util.Optional;
import java.util.Set;

/// What a caller believes of the entry that he changes.
///
/// @param ifMatch the versions that he may have seen; `*` is any
/// @param ifNoneMatch he believes that there is none
public record Precondition(Optional<Set<String>> ifMatch, boolean ifNoneMatch) {

    /// Whether he is right.
    public enum Outcome {
        HOLDS, FAILS, IS_MISSING
    }

    /// Judges what he believes.
    ///
    /// @param version the entry's, where there is one
    public Outcome judge(Optional<Long> version) {
        if (version.isEmpty()) {
            return ifMatch.isEmpty() ? Outcome.HOLDS : Outcome.FAILS;
        }
        if (ifNoneMatch) {
            return Outcome.FAILS;
        }
        if (ifMatch.isEmpty()) {
            return Outcome.IS_MISSING;
        }
        return ifMatch.get().contains("*") || ifMatch.get().contains(version.get().toString())
                ? Outcome.HOLDS
                : Outcome.FAILS;
    }
}
