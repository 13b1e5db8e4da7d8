package dev.wingman.auditor.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was said, and what was seen of it.
///
/// @param firstLook an earlier contradiction, where two looks are needed
/// @param at when it was seen
/// @param seenBefore whether this auditor ever saw that file
public record Exhibit(Said said, Observation seen, Instant at, Optional<Look> firstLook, boolean seenBefore,
        List<String> witnesses) {

    public Exhibit {
        witnesses = List.copyOf(witnesses);
    }

    /// An earlier look.
    public record Look(Observation seen, Instant at) {}
}
