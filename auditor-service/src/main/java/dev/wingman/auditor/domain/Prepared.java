package dev.wingman.auditor.domain;

import java.time.Instant;

import dev.wingman.contracts.StagePrepared;

/// A stage as it was prepared, and when.
public record Prepared(StagePrepared stage, Instant at) {}
