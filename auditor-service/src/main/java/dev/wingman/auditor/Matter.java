package dev.wingman.auditor;

import java.time.Duration;
import java.util.UUID;

import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VerdictReached.Kind;

/// What is to be judged.
///
/// @param cause the event that asks for it
/// @param settling how long a health check may take
record Matter(Envelope<? extends Event> cause, Kind kind, UUID subject, Identifier worker, boolean whileLocked,
        Terms terms, Duration settling) {}
