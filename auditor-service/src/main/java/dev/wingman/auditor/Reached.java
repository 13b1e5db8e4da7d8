package dev.wingman.auditor;

import java.time.Instant;
import java.util.UUID;

import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Judgement;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VerdictReached.Kind;

/// A verdict with what it rests on.
///
/// @param subject the claim, the stage, or the approval of the release
public record Reached(Identifier tenant, Kind kind, UUID subject, Identifier worker, String site, Judgement judgement,
        Evidence evidence, boolean whileLocked, Instant at) {}
