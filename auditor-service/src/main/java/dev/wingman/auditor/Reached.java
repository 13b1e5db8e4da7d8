package dev.wingman.auditor;

import java.time.Instant;
import java.util.UUID;

import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Judgement;
import dev.wingman.contracts.Identifier;

/// A verdict with what it rests on.
public record Reached(Identifier tenant, UUID claim, Identifier worker, String site, Judgement judgement,
        Evidence evidence, boolean whileLocked, Instant at) {}
