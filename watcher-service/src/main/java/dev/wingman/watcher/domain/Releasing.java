package dev.wingman.watcher.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.signature.Grant;

/// Whether a redeemed release takes a lock away. In doubt the lock stays, and humans hear why.
public final class Releasing {

    /// What becomes of it.
    public sealed interface Answer {}

    /// This lock goes.
    record Lifted(Lock lock) implements Answer {}

    /// Nothing changes, for this reason.
    record Kept(String why) implements Answer {}

    private Releasing() {}

    /// Whether the grant is for this watcher, this release and this moment.
    ///
    /// @param grant what the approval service signed, if it did
    /// @param environment this watcher's
    /// @param fresh false when the grant was used before
    public static Optional<String> objection(Identifier tenant, ApprovalUsed used, Optional<Grant> grant,
            String environment, Instant now, boolean fresh) {
        if (grant.isEmpty()) {
            return Optional.of("its grant is not signed by the approval service");
        }
        var yes = grant.get();
        if (!yes.audience().equals(Grant.forWatcher(environment)) || !yes.environment().equals(environment)) {
            return Optional.of("its grant is for somebody else");
        }
        if (!yes.tenantId().equals(tenant) || !yes.worker().equals(used.worker())
                || !yes.approvalId().equals(used.approvalId()) || !yes.executionId().equals(used.executionId())
                || yes.asked() != Asked.RELEASE) {
            return Optional.of("its grant is for something else");
        }
        if (!yes.isLive(now)) {
            return Optional.of("its grant came too late; ask for the release again");
        }
        return fresh ? Optional.empty() : Optional.of("its grant was used before");
    }

    /// Which lock a release of that name takes away. Of a worker whom his owner's lock holds: none, since that lock is about all of the owner's
    /// workers. The owner's own name releases the owner, where no worker bears it too.
    ///
    /// @param owner who answers for the worker
    /// @param isWorker whether the registry has a worker of that name
    /// @param askedAt when the release was asked for; a younger lock is about something that nobody looked at
    public static Answer lift(LocksChanged locks, Identifier name, Optional<Identifier> owner, boolean isWorker,
            Optional<Instant> askedAt) {
        if (owner.flatMap(who -> find(locks, Lock.Scope.OWNER, who)).isPresent()) {
            return new Kept("the lock of its owner holds it; release the owner " + owner.get() + " first");
        }
        var lock = find(locks, Lock.Scope.WORKER, name)
                .or(() -> isWorker ? Optional.empty() : find(locks, Lock.Scope.OWNER, name));
        if (lock.isEmpty()) {
            return new Kept("it is not locked");
        }
        return askedAt.filter(asked -> !lock.get().since().isAfter(asked)).isPresent()
                ? new Lifted(lock.get())
                : new Kept("it was locked after this release was asked for; ask again");
    }

    static AlertRaised released(UUID cause, ApprovalUsed used, Lock lock) {
        return new AlertRaised(Ids.derived(cause, "alert"), Severity.INFO, "released", lock.incident(),
                Optional.of(used.worker()), Optional.of(used.approvalId()), (lock.scope() == Lock.Scope.WORKER
                        ? "Worker "
                        : "All workers of owner ") + lock.name() + (lock.scope() == Lock.Scope.WORKER ? " is" : " are")
                        + " released. The lock was: " + Plain.text(lock.reason()) + ".");
    }

    static AlertRaised kept(UUID cause, ApprovalUsed used, String why) {
        return new AlertRaised(Ids.derived(cause, "alert"), Severity.WARNING, "release-refused",
                Ids.derived(used.approvalId(), "incident"), Optional.of(used.worker()),
                Optional.of(used.approvalId()), used.worker() + " is not released: " + why + ".");
    }

    /// The alert on what became of it.
    public static AlertRaised alert(UUID cause, ApprovalUsed used, Answer answer) {
        return switch (answer) {
            case Lifted(var lock) -> released(cause, used, lock);
            case Kept(var why) -> kept(cause, used, why);
        };
    }

    /// The lock that goes, if one does.
    public static Optional<Lock> lifted(Answer answer) {
        return answer instanceof Lifted(var lock) ? Optional.of(lock) : Optional.empty();
    }

    public static Answer refused(String why) {
        return new Kept(why);
    }

    private static Optional<Lock> find(LocksChanged locks, Lock.Scope scope, Identifier name) {
        return locks.locks().stream().filter(lock -> lock.scope() == scope && lock.name().equals(name)).findFirst();
    }
}
