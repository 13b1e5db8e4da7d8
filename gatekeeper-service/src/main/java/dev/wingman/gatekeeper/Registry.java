package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.TenantSet;
import dev.wingman.gatekeeper.domain.Precondition;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The registry of tenants: a change is in the table and, by the outbox, on the topic, or in neither.
@ApplicationScoped
public class Registry {

    private static final UUID SPACE = UUID.fromString("a9f0f1c0-4b1e-5c38-9d0e-6a1a52d3f002");

    /// A change that somebody asks for.
    ///
    /// @param byUs whether an admin of Wingman asks, who alone creates, suspends, changes tiers and says what of a host is whose
    public record Change(TenantSet entry, Precondition precondition, TenantSet.Admin admin, boolean byUs) {}

    /// What became of it.
    public sealed interface Result {

        /// It stands.
        record Done(TenantSet entry, boolean created) implements Result {}

        /// Somebody changed the entry meanwhile, or it is not what the precondition says.
        record Failed() implements Result {}

        /// An existing entry is changed by who knows its version alone.
        record Unconditional() implements Result {}

        /// Only an admin of Wingman may do that.
        record NotAllowed() implements Result {}
    }

    private final Tenants tenants;
    private final States states;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Envelopes envelopes;

    Registry(Tenants tenants, States states, Transactions transactions, Outbox outbox, Envelopes envelopes) {
        this.tenants = tenants;
        this.states = states;
        this.transactions = transactions;
        this.outbox = outbox;
        this.envelopes = envelopes;
    }

    public Uni<Optional<TenantSet>> find(Identifier tenant) {
        return tenants.find(tenant);
    }

    public Uni<Result> change(Change change) {
        return transactions.in(transaction -> tenants.hold(transaction, change.entry().tenantId())
                .chain(held -> judge(transaction, change, held)));
    }

    /// Emits again what the topic does not hold: the broker may have lost it. The ids are those of the first time.
    public Uni<Integer> restore() {
        return transactions.in(transaction -> tenants.all(transaction).map(all -> all.stream().filter(this::isLost)
                .map(this::event).toList())
                .chain(lost -> outbox.add(transaction, lost).replaceWith(lost.size())));
    }

    public boolean isTopicKnown() {
        return states.tenantsKnown();
    }

    private Uni<Result> judge(Transaction transaction, Change change, Optional<TenantSet> held) {
        return switch (change.precondition().judge(held.map(TenantSet::version))) {
            case HOLDS -> isAllowed(change, held)
                    ? store(transaction, change, held)
                    : Uni.createFrom().item(new Result.NotAllowed());
            case FAILS -> Uni.createFrom().item(new Result.Failed());
            case IS_MISSING -> Uni.createFrom().item(new Result.Unconditional());
        };
    }

    private static boolean isAllowed(Change change, Optional<TenantSet> held) {
        return change.byUs() || held.filter(entry -> entry.tier() == change.entry().tier()
                && entry.status() == change.entry().status()
                && change.entry().sites().stream().allMatch(site -> isWithin(site, entry))).isPresent();
    }

    /// A tenant may give up what it reaches, and take nothing: what it takes could be another's.
    private static boolean isWithin(TenantSet.Site site, TenantSet entry) {
        return entry.site(Optional.of(site.name().value())).filter(stands -> stands.roots().containsAll(site.roots())
                && stands.hosts().containsAll(site.hosts()) && stands.projects().containsAll(site.projects())
                && stands.containers().containsAll(site.containers())).isPresent();
    }

    private Uni<Result> store(Transaction transaction, Change change, Optional<TenantSet> held) {
        var entry = versioned(change, held);
        return tenants.put(transaction, entry, change.admin().subject().value())
                .chain(() -> outbox.add(transaction, List.of(event(entry))))
                .replaceWith(new Result.Done(entry, held.isEmpty()));
    }

    /// Above what the table and the topic have: readers drop what is not newer.
    private TenantSet versioned(Change change, Optional<TenantSet> held) {
        var entry = change.entry();
        var stands = held.map(TenantSet::version).orElse(0L);
        var told = states.tenant(entry.tenantId()).map(TenantSet::version).orElse(0L);
        return new TenantSet(entry.tenantId(), entry.tier(), entry.status(), Math.max(stands, told) + 1,
                entry.workers(), entry.operators(), entry.chats(), entry.sites(), entry.policy(),
                Optional.of(change.admin()), entry.name());
    }

    private boolean isLost(TenantSet entry) {
        return states.tenant(entry.tenantId()).filter(told -> told.version() >= entry.version()).isEmpty();
    }

    private Envelope<TenantSet> event(TenantSet entry) {
        var id = Ids.derived(SPACE, entry.tenantId() + "/" + entry.version());
        return envelopes.first(id, entry.tenantId(), entry.tenantId().value(), entry);
    }
}
