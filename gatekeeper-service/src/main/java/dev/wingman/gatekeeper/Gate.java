package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.Bound;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Judge;
import dev.wingman.gatekeeper.domain.Judgement;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Publisher;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.http.Idempotency;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// Lets an instruction pass or refuses it, and has the broker's word for either before it answers. It needs no database.
@ApplicationScoped
public class Gate {

    private static final String KIND = "instruction";

    /// An instruction that somebody asks for.
    ///
    /// @param body as it came; two requests are the same when their bodies are
    /// @param key the `Idempotency-Key`
    public record Asked(Identifier tenant, Identifier worker, Draft draft, byte[] body, Optional<String> key) {}

    private final States states;
    private final Envelopes envelopes;
    private final Publisher publisher;
    private final Idempotency idempotency;
    private final PlatformSettings settings;
    private final Policies policies;
    private final byte[] fingerprintSecret;

    Gate(States states, Envelopes envelopes, Publisher publisher, Idempotency idempotency,
            PlatformSettings settings, Policies policies) {
        this.states = states;
        this.envelopes = envelopes;
        this.publisher = publisher;
        this.idempotency = idempotency;
        this.settings = settings;
        this.policies = policies;
        this.fingerprintSecret = envelopes.fingerprintSecret();
    }

    /// Whether this worker is heard at all.
    public Standing standing(Identifier tenant, Identifier worker) {
        return states.standing(tenant, worker);
    }

    /// The dry run; nothing where the tenant has no registry entry.
    public Uni<Optional<Judgement>> check(Identifier tenant, Identifier worker, Draft draft) {
        return states.tenant(tenant).map(entry -> judge(entry, worker, draft).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /// What is wrong with parts of a draft of which other parts could not be read; nothing where the tenant has no registry entry.
    public Uni<List<Violation>> faultsOfParts(Identifier tenant, Draft draft) {
        return states.tenant(tenant)
                .map(entry -> judged(draft, () -> judge(entry, Rules.NONE).faultsOfParts(draft)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    public Uni<Answer> submit(Asked asked) {
        return states.tenant(asked.tenant()).map(entry -> submit(asked, entry))
                .orElseGet(() -> Uni.createFrom().item(new Answer.Unregistered()));
    }

    private Uni<Answer> submit(Asked asked, TenantSet entry) {
        if (asked.key().isEmpty()) {
            return decide(asked, entry, Ids.first(envelopes.now()));
        }
        var id = Idempotency.id(asked.tenant(), asked.worker(), KIND, asked.key().get());
        return idempotency.recall(id, asked.body()).chain(memory -> switch (memory) {
            case Idempotency.Fresh() -> decide(asked, entry, id);
            case Idempotency.Answered(var answer) -> Uni.createFrom().item(new Answer.Accepted(answer));
            case Idempotency.Other() -> Uni.createFrom().item(new Answer.KeyTaken());
        });
    }

    private Uni<Answer> decide(Asked asked, TenantSet entry, UUID id) {
        return judge(entry, asked.worker(), asked.draft()).chain(judgement -> judgement.passes()
                ? accept(asked, entry, id, judgement)
                : reject(asked, id, judgement));
    }

    private Uni<Answer> accept(Asked asked, TenantSet entry, UUID id, Judgement judgement) {
        var bound = Bound.of(id, asked.worker(), entry, settings.environment(), judgement);
        var receipt = new Receipt(id, "ACCEPTED", bound.digest(), judgement.risk(), judgement.approval(),
                Verifiability.of(judgement.criteria()), judgement.policyRules(), judgement.riskReasons());
        var answer = new String(Json.bytes(receipt), java.nio.charset.StandardCharsets.UTF_8);
        return publish(asked, id, new InstructionAccepted(id, asked.worker(), judgement.title(), judgement.site(),
                judgement.points(), judgement.action(), judgement.predicates(), judgement.risk(),
                judgement.approval(), receipt.digest(), bound.sameness(), bound.policyVersion(),
                judgement.policyRules()))
                .chain(() -> remember(asked, id, answer))
                .replaceWith(new Answer.Accepted(answer));
    }

    /// A refusal uses up no key: the mended instruction may come under the same one. So its id follows from the body, too.
    private Uni<Answer> reject(Asked asked, UUID id, Judgement judgement) {
        var refused = asked.key().map(_ -> Ids.derived(id, "rejected/" + digest(asked.body()))).orElse(id);
        return publish(asked, refused, new InstructionRejected(refused, asked.worker(), judgement.violations()))
                .chain(() -> asked.key().isPresent()
                        ? idempotency.release(id, asked.body())
                        : Uni.createFrom().voidItem())
                .replaceWith(new Answer.Rejected(refused, judgement.violations()));
    }

    private Uni<Void> publish(Asked asked, UUID id, Event event) {
        return publisher.publish(envelopes.seal(envelopes.first(id, asked.tenant(), id.toString(), event)));
    }

    private Uni<Void> remember(Asked asked, UUID id, String answer) {
        return asked.key().isPresent()
                ? idempotency.remember(id, asked.body(), answer)
                : Uni.createFrom().voidItem();
    }

    private Uni<Judgement> judge(TenantSet entry, Identifier worker, Draft draft) {
        return policies.of(entry)
                .chain(rules -> judged(draft, () -> judge(entry, rules).judge(draft, worker, envelopes.now())));
    }

    private Judge judge(TenantSet entry, Rules rules) {
        var key = FingerprintKey.ofTenant(fingerprintSecret, entry.tenantId().value());
        return new Judge(Screening.standard(), settings.environment(), entry, key, rules);
    }

    private static <T> Uni<T> judged(Draft draft, Supplier<T> judging) {
        var judged = Uni.createFrom().item(judging);
        return draft.isLong() ? judged.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : judged;
    }

    private static String digest(byte[] body) {
        return java.util.HexFormat.of().formatHex(Digests.sha256(body));
    }
}
