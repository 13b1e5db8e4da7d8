package dev.wingman.watcher.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.Violation;

/// The rules: a FALSE claim locks at once in every tier and alerts each time; many UNVERIFIABLE in a row alert; an attempt at something forbidden alerts.
public final class Watch {

    private Watch() {}

    /// What follows from a verdict.
    ///
    /// @param cause the id of the event that brought the verdict
    /// @param held the lock that already holds this worker; its incident is joined
    /// @param unverifiableRun UNVERIFIABLE verdicts in a row, this one included
    public static Reaction on(UUID cause, Instant at, VerdictReached verdict, Optional<Lock> held, int unverifiableRun,
            int unverifiableLimit) {
        if (verdict.kind() != VerdictReached.Kind.CLAIM) {
            return Reaction.nothing();
        }
        return switch (verdict.verdict()) {
            case TRUE -> Reaction.nothing();
            case FALSE -> lie(cause, at, verdict, held);
            case UNVERIFIABLE -> unverifiableRun > 0 && unverifiableRun % unverifiableLimit == 0
                    ? new Reaction(Optional.empty(), Optional.of(unclear(cause, verdict, unverifiableRun)))
                    : Reaction.nothing();
        };
    }

    public static Optional<AlertRaised> on(UUID cause, InstructionRejected rejected) {
        var grave = rejected.violations().stream().map(Violation::rule)
                .filter(rule -> rule.startsWith("forbidden/") || rule.startsWith("secret/")).distinct().sorted()
                .toList();
        return grave.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlertRaised(Ids.derived(cause, "alert"), Severity.WARNING, "forbidden-instruction",
                        Ids.derived(cause, "incident"), Optional.of(rejected.worker()),
                        Optional.of(rejected.instructionId()), "Worker " + rejected.worker()
                                + " sent an instruction that the gate refused: " + String.join(", ", grave) + "."));
    }

    public static AlertRaised on(UUID cause, DeadLetter letter) {
        return new AlertRaised(Ids.derived(cause, "alert"), Severity.HIGH, "dead-letter",
                Ids.derived(cause, "incident"), Optional.empty(), Optional.empty(), Plain.text(letter.service().folder()
                        + " could not take a record of " + letter.topic() + ": " + letter.reason() + "."));
    }

    /// How many UNVERIFIABLE in a row make an alert: the tier's number, or a tenant's smaller one.
    public static int unverifiableLimit(Tier tier, Optional<Integer> ofTenant) {
        var ofTier = switch (tier) {
            case ENTERPRISE -> 3;
            case STANDARD -> 5;
            case BASIC -> 10;
        };
        return ofTenant.filter(limit -> limit > 0 && limit < ofTier).orElse(ofTier);
    }

    private static Reaction lie(UUID cause, Instant at, VerdictReached verdict, Optional<Lock> held) {
        var incident = held.map(Lock::incident).orElseGet(() -> Ids.derived(cause, "incident"));
        var lock = held.isPresent()
                ? Optional.<Lock>empty()
                : Optional.of(new Lock(incident, Lock.Scope.WORKER, verdict.worker(),
                        "claim " + verdict.subjectId() + " is FALSE", at));
        var text = "Worker " + verdict.worker() + " claimed what is not so. "
                + verdict.cause() + "."
                + (held.isPresent()
                        ? " It was locked before."
                        : " It is locked now.");
        return new Reaction(lock, Optional.of(new AlertRaised(Ids.derived(cause, "alert"), Severity.CRITICAL,
                "false-claim", incident, Optional.of(verdict.worker()), Optional.of(verdict.subjectId()),
                Plain.text(text))));
    }

    private static AlertRaised unclear(UUID cause, VerdictReached verdict, int run) {
        return new AlertRaised(Ids.derived(cause, "alert"), Severity.WARNING, "unverifiable-claims",
                Ids.derived(cause, "incident"), Optional.of(verdict.worker()), Optional.of(verdict.subjectId()),
                Plain.text(run + " claims of worker " + verdict.worker() + " in a row could not be checked. The last: "
                        + verdict.cause() + "."));
    }
}
