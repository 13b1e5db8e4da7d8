package dev.wingman.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.EventType;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.platform.PlatformSettings;

/// Makes this service's events: ids, headers, trace, signature.
@ApplicationScoped
public class Envelopes {

    private final PlatformSettings settings;
    private final Traces traces;
    private final SigningKey key;
    private final Clock clock = Clock.systemUTC();

    Envelopes(PlatformSettings settings, Traces traces) {
        this.settings = settings;
        this.traces = traces;
        this.key = SigningKey.read(settings.signingKey());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// An event that a call causes.
    public <E extends Event> Envelope<E> first(UUID id, Identifier tenant, String subject, E event) {
        return new Envelope<>(id, tenant, settings.self(), subject, now(), settings.environment(),
                traces.ofCall(EventType.of(event).name()), event);
    }

    /// An event that another event causes; its id follows from the cause's id, its own type and the subject.
    public <E extends Event> Envelope<E> caused(Envelope<? extends Event> cause, String subject, E event) {
        var name = EventType.of(event).name();
        return new Envelope<>(Ids.derived(cause.id(), name + "/" + subject), cause.tenant(), settings.self(), subject,
                now(), settings.environment(), traces.ofEvent(cause, name), event);
    }

    /// The record as it goes on its topic, signed where readers ask for it.
    public WireRecord seal(Envelope<? extends Event> envelope) {
        var record = Codec.encode(envelope);
        return envelope.event().signed() ? key.sign(record) : record;
    }

    /// What the fingerprints of found secrets are keyed with, so that nobody guesses a secret from its fingerprint. It follows from the signing key.
    public byte[] fingerprintSecret() {
        return key.sign(("wingman/fingerprints/" + settings.service()).getBytes(StandardCharsets.US_ASCII));
    }

    public SigningKey signingKey() {
        return key;
    }
}
