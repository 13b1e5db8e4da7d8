package dev.wingman.auditor.domain;

import java.time.Instant;
import java.util.Optional;

/// What was said, and what was seen of it.
///
/// @param firstLook an earlier contradiction, where two looks are needed
/// @param seenBefore whether this auditor ever saw that file
public record Exhibit(Said said, Observation seen, Instant at, Optional<Look> firstLook, boolean seenBefore,
        String witness) {

    /// An earlier look.
    public record Look(Observation seen, Instant at) {}
}
