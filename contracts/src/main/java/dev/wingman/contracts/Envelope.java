package dev.wingman.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An event with what its CloudEvents headers say of it. When it happened is `time` (`ce_time`), never a field of the event: so a repeat of the same
/// request has the same content.
///
/// @param id UUIDv7 of a first cause, UUIDv5 of its causes otherwise, so that a replay yields the same id
/// @param subject what the event is about: the id of the instruction, claim, worker or tenant
/// @param environment DEV, TEST or PRD: the deployment's, never the worker's word
/// @param traceparent W3C trace context of the call or event that caused this one
public record Envelope<E extends Event>(UUID id, Identifier tenant, Service source, String subject, Instant time,
        String environment, Optional<String> traceparent, E event) {

    /// The same envelope, known to hold that kind of event.
    public <T extends Event> Optional<Envelope<T>> as(Class<T> kind) {
        return kind.isInstance(event)
                ? Optional.of(
                        new Envelope<>(id, tenant, source, subject, time, environment, traceparent, kind.cast(event)))
                : Optional.empty();
    }
}
