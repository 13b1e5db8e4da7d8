package dev.wingman.approval;

import java.util.Optional;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.platform.events.Envelopes;

/// Where something comes from, an event or not, so that what follows is traced to it.
record Origin(Envelopes envelopes, Identifier tenant, Optional<Envelope<? extends Event>> cause) {

    static Origin event(Envelopes envelopes, Envelope<? extends Event> cause) {
        return new Origin(envelopes, cause.tenant(), Optional.of(cause));
    }

    /// A call, the clock, or a lock.
    static Origin ours(Envelopes envelopes, Identifier tenant) {
        return new Origin(envelopes, tenant, Optional.empty());
    }

    <E extends Event> Envelope<E> event(Object subject, E event) {
        return cause.map(from -> envelopes.caused(from, subject.toString(), event)).orElseGet(
                () -> envelopes.first(Ids.first(envelopes.now()), tenant, subject.toString(), event));
    }
}
