package dev.wingman.platform.events;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.WireRecord;
import dev.wingman.platform.PlatformSettings;

/// Records that a service cannot take, as they came. The watcher alerts on each.
@ApplicationScoped
public class DeadLetters {

    private static final Identifier OURS = new Identifier("wingman");

    private final Envelopes envelopes;
    private final PlatformSettings settings;

    DeadLetters(Envelopes envelopes, PlatformSettings settings) {
        this.envelopes = envelopes;
        this.settings = settings;
    }

    /// The id follows from the record's content, so that a replay is the same dead letter. A record without a tenant goes to the tenant `wingman`.
    public Envelope<DeadLetter> of(WireRecord record, String reason) {
        var tenant = Identifier.isValid(record.key()) ? new Identifier(record.key()) : OURS;
        var letter = new DeadLetter(record.topic(), settings.self(), reason, Optional.of(record.key()),
                record.headers(), Base64.getEncoder().encodeToString(record.value()));
        var digest = ByteBuffer.wrap(Digests.sha256(dev.wingman.contracts.Json.canonical(letter)));
        var id = Ids.derived(new UUID(digest.getLong(), digest.getLong()), "dead-letter");
        return envelopes.first(id, tenant, settings.service(), letter);
    }
}
