package dev.wingman.approval.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.VoteRecorded.Choice;

/// Judges a ballot: counted, or refused by the first rule that it breaks.
public final class Polling {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(5);

    /// What came of it.
    public sealed interface Result {}

    /// It counts, and this is how the approval stands now.
    public record Counted(Vote vote, Approval after) implements Result {}

    /// It does not count.
    public record Refused(Refusal refusal) implements Result {}

    private Polling() {}

    /// The first rule that forbids this ballot, before the voter has to prove that it is really him.
    public static Optional<Refusal> refusal(Approval approval, Ballot ballot, Electorate electorate, Instant now) {
        if (!Electorate.isOperator(electorate.registry(), ballot.operator())) {
            return electorate.excludes(ballot.operator());
        }
        return switch (approval) {
            case Approval.Pending pending -> ofPending(pending, ballot, electorate, now);
            case Approval.Granted granted -> decided(granted.decision());
            case Approval.Closed closed -> decided(closed.decision());
            case Approval.Used used -> decided(used.decision());
        };
    }

    /// Whether this ballot needs a proof beyond the login or the Telegram account: a yes to something critical.
    public static boolean needsProof(Approval approval, Ballot ballot) {
        return approval.matter().card().risk() == Risk.CRITICAL && ballot.choice() == Choice.APPROVE;
    }

    /// The proof by HTTP: the human logged in just now.
    public static Optional<Refusal> loginRefusal(Optional<Instant> authTime, Instant now) {
        var fresh = authTime.filter(at -> !at.isAfter(now.plus(SKEW)) && at.isAfter(now.minus(FRESH)));
        return fresh.isPresent()
                ? Optional.empty()
                : refused(Rule.LOGIN_TOO_OLD, "Log in again: a critical yes needs a login of the last five minutes.");
    }

    public static Counted count(Approval.Pending pending, Ballot ballot, Electorate electorate, Instant now) {
        var vote = ballot.countedAt(now, electorate.ownCause(ballot.operator()));
        return new Counted(vote, pending.with(vote, electorate));
    }

    private static Optional<Refusal> ofPending(Approval.Pending pending, Ballot ballot, Electorate electorate,
            Instant now) {
        if (pending.isOver(now)) {
            return refused(Rule.EXPIRED, "It expired; nobody decided in time.");
        }
        if (!pending.matter().cardDigest().equals(ballot.seenDigest())) {
            return refused(Rule.CARD_DIFFERS, "You saw another card than the one that is asked: look at it again.");
        }
        var excluded = electorate.excludes(ballot.operator());
        if (excluded.isPresent()) {
            return excluded;
        }
        if (pending.votes().stream().anyMatch(vote -> vote.operator().equals(ballot.operator()))) {
            return refused(Rule.TWICE, "You voted already; it takes another human.");
        }
        return ballot.choice() == Choice.DENY && ballot.reason().filter(text -> !text.isBlank()).isEmpty()
                ? refused(Rule.REASON_MISSING, "A no needs a reason.")
                : Optional.empty();
    }

    private static Optional<Refusal> decided(Decision decision) {
        return switch (decision.kind()) {
            case EXPIRED -> refused(Rule.EXPIRED, "It expired; nobody decided in time.");
            case GRANTED, DENIED, REVOKED ->
                refused(Rule.ALREADY_DECIDED, "already decided by " + decision.decidedBy());
        };
    }

    private static Optional<Refusal> refused(Rule rule, String detail) {
        return Optional.of(new Refusal(rule, detail));
    }
}
