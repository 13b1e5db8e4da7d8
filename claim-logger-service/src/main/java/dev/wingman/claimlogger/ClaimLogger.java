package dev.wingman.claimlogger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.domain.Arrived;
import dev.wingman.claimlogger.domain.Draft;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Leaf;
import dev.wingman.contracts.ledger.Receipt;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Publisher;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.http.Idempotency;
import dev.wingman.screening.FingerprintKey;

/// Takes a claim: without its secrets, onto its topic, and only then with a receipt. A locked worker is heard as well.
@ApplicationScoped
public class ClaimLogger {

    private static final String KIND = "claim";

    /// What a worker asks.
    ///
    /// @param key an `Idempotency-Key`
    public record Asked(Identifier tenant, Identifier worker, Optional<String> key, byte[] body, Draft draft) {}

    /// What he is answered.
    public sealed interface Answer {

        /// On its topic, with all replicas.
        record Taken(String json) implements Answer {}

        /// The key was used for another claim.
        record KeyTaken() implements Answer {}

        /// It is no claim.
        record Refused(List<Violation> violations) implements Answer {}
    }

    /// The body of a 202.
    public record Promise(UUID claimId, Receipt receipt) {}

    private final States states;
    private final Envelopes envelopes;
    private final Publisher publisher;
    private final Receipts receipts;
    private final Idempotency idempotency;
    private final Archive archive;
    private final byte[] fingerprintSecret;

    ClaimLogger(States states, Envelopes envelopes, Publisher publisher, Receipts receipts, Idempotency idempotency,
            Archive archive) {
        this.states = states;
        this.envelopes = envelopes;
        this.publisher = publisher;
        this.receipts = receipts;
        this.idempotency = idempotency;
        this.archive = archive;
        this.fingerprintSecret = envelopes.fingerprintSecret();
    }

    public Uni<Answer> take(Asked asked) {
        var violations = asked.draft().violations();
        if (!violations.isEmpty()) {
            return Uni.createFrom().item(new Answer.Refused(violations));
        }
        var redaction = new Redaction(FingerprintKey.ofTenant(fingerprintSecret, asked.tenant().value()));
        return redaction.clean(asked.draft()).map(clean -> take(asked, clean))
                .orElseGet(() -> Uni.createFrom().item(new Answer.Refused(redaction.violations())));
    }

    private Uni<Answer> take(Asked asked, Draft clean) {
        if (asked.key().isEmpty()) {
            var id = Ids.first(envelopes.now());
            return publish(id, record(asked, clean, id)).map(Answer.Taken::new);
        }
        var id = Idempotency.id(asked.tenant(), asked.worker(), KIND, asked.key().get());
        return idempotency.recall(id, asked.body()).chain(memory -> switch (memory) {
            case Idempotency.Answered(var answer) -> Uni.createFrom().item(new Answer.Taken(answer));
            case Idempotency.Other() -> Uni.createFrom().item(new Answer.KeyTaken());
            case Idempotency.Fresh() -> takeOnce(asked, record(asked, clean, id), id);
        });
    }

    /// Redis may have forgotten what the ledger knows: then the receipt must be for the entry that is there.
    private Uni<Answer> takeOnce(Asked asked, WireRecord record, UUID id) {
        return archive.find(asked.tenant(), id.toString()).onFailure(Unavailable.class)
                .recoverWithItem(Optional.empty()).chain(known -> {
                    if (known.isEmpty()) {
                        return publish(id, record)
                                .call(answer -> idempotency.remember(id, asked.body(), answer)).map(Answer.Taken::new);
                    }
                    return Arrived.sameContent(known.get().record(), record)
                            ? promise(id, known.get().leafHash()).map(Answer.Taken::new)
                            : Uni.createFrom().item(new Answer.KeyTaken());
                });
    }

    private Uni<String> publish(UUID id, WireRecord record) {
        return publisher.publish(record).chain(() -> promise(id, Leaf.of(record).hash()));
    }

    private Uni<String> promise(UUID id, byte[] leafHash) {
        return receipts.promise(leafHash)
                .map(receipt -> new String(Json.bytes(new Promise(id, receipt)), StandardCharsets.UTF_8));
    }

    private WireRecord record(Asked asked, Draft clean, UUID id) {
        var whileLocked = states.standing(asked.tenant(), asked.worker()) instanceof Standing.Locked;
        return envelopes.seal(envelopes.first(id, asked.tenant(), id.toString(),
                new ClaimRecorded(id, asked.worker(), clean.instructionId(), clean.saysComplete(), clean.statement(),
                        clean.allPredicates(), clean.site(), whileLocked)));
    }
}
