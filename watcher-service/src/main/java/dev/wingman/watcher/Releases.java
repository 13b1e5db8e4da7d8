package dev.wingman.watcher;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.domain.Releasing;

/// A lock goes by a redeemed release alone: the grant is checked here, whatever the event that carries it says.
@ApplicationScoped
public class Releases {

    private final ApprovalBook approvals;
    private final Records records;
    private final Alarms alarms;
    private final Envelopes envelopes;
    private final States states;
    private final PlatformSettings platform;
    private final TrustFolder trust;

    Releases(ApprovalBook approvals, Records records, Alarms alarms, Envelopes envelopes, States states,
            PlatformSettings platform) {
        this.approvals = approvals;
        this.records = records;
        this.alarms = alarms;
        this.envelopes = envelopes;
        this.states = states;
        this.platform = platform;
        this.trust = new TrustFolder(platform.trust());
    }

    Uni<Void> release(Transaction transaction, Envelope<ApprovalUsed> used) {
        var grant = trust.grant(used.event().grant());
        return fresh(transaction, used, grant).chain(fresh -> {
            var objection = objection(used, grant, fresh);
            return objection.map(why -> answer(transaction, used, Releasing.refused(why)))
                    .orElseGet(() -> lift(transaction, used));
        });
    }

    /// Only a grant that is otherwise good is used up: nobody spends somebody else's.
    private Uni<Boolean> fresh(Transaction transaction, Envelope<ApprovalUsed> used, Optional<Grant> grant) {
        return objection(used, grant, true).isPresent()
                ? Uni.createFrom().item(true)
                : approvals.useOnce(transaction, grant.orElseThrow());
    }

    private Optional<String> objection(Envelope<ApprovalUsed> used, Optional<Grant> grant, boolean fresh) {
        return Releasing.objection(used.tenant(), used.event(), grant, platform.environment(), envelopes.now(), fresh);
    }

    private Uni<Void> lift(Transaction transaction, Envelope<ApprovalUsed> used) {
        if (!states.tenantsKnown()) {
            throw new Unavailable("the registry of tenants is not known now");
        }
        var worker = used.event().worker();
        var tenant = states.tenant(used.tenant());
        var owner = tenant.flatMap(entry -> entry.ownerOf(worker));
        var isWorker = tenant.filter(entry -> entry.workers().stream().anyMatch(one -> one.worker().equals(worker)))
                .isPresent();
        return records.locksForChange(transaction, used.tenant())
                .chain(locks -> approvals.releaseAskedAt(transaction, used.tenant(), used.event().approvalId())
                        .map(asked -> Releasing.lift(locks, worker, owner, isWorker, asked)))
                .chain(answer -> answer(transaction, used, answer));
    }

    private Uni<Void> answer(Transaction transaction, Envelope<ApprovalUsed> used, Releasing.Answer answer) {
        var alert = Releasing.alert(used.id(), used.event(), answer);
        var lifted = Releasing.lifted(answer)
                .map(lock -> records.unlock(transaction, used.tenant(), lock)
                        .chain(locks -> alarms.locksChanged(transaction, used, locks)))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return lifted.chain(() -> alarms.raise(transaction, used, alert));
    }
}
