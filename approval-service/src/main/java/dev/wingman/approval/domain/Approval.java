package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VoteRecorded.Choice;

/// An approval where it stands. Each state offers its legal moves alone, and none leads back.
public sealed interface Approval {

    Matter matter();

    List<Vote> votes();

    State state();

    /// What may still be revoked or expire.
    sealed interface Open extends Approval {

        Optional<Instant> until();

        default boolean isOver(Instant now) {
            return until().filter(end -> !now.isBefore(end)).isPresent();
        }

        default Closed expire(Instant now) {
            return new Closed(matter(), votes(),
                    Decision.ofPolicy(ApprovalDecided.Decision.EXPIRED, "nobody used it in time", now));
        }

        default Closed revokeByPolicy(String reason, Instant now) {
            return new Closed(matter(), votes(), Decision.ofPolicy(ApprovalDecided.Decision.REVOKED, reason, now));
        }

        default Closed revoke(Identifier by, String reason, Instant now) {
            return new Closed(matter(), votes(), Decision.ofHumans(ApprovalDecided.Decision.REVOKED, List.of(by),
                    Optional.of(reason), now));
        }
    }

    /// Nobody decided yet.
    record Pending(Matter matter, List<Vote> votes, Optional<Instant> until) implements Open {

        public Pending {
            votes = List.copyOf(votes);
        }

        /// As it is opened: its time runs.
        public static Pending opened(Matter matter) {
            return new Pending(matter, List.of(), matter.until(matter.openedAt()));
        }

        @Override
        public State state() {
            return State.PENDING;
        }

        /// Counts a vote that [Electorate] let pass. A no decides at once; earlier yeses count only of those who may still vote.
        public Approval with(Vote vote, Electorate electorate) {
            var all = new ArrayList<>(votes);
            all.add(vote);
            if (vote.choice() == Choice.DENY) {
                return new Closed(matter, all, Decision.ofHumans(ApprovalDecided.Decision.DENIED,
                        List.of(vote.operator()), vote.reason(), vote.at()));
            }
            var yes = all.stream().map(Vote::operator).distinct().filter(electorate::includes).toList();
            return yes.size() < matter.card().quorum()
                    ? new Pending(matter, all, until)
                    : new Granted(matter, all, Decision.ofHumans(ApprovalDecided.Decision.GRANTED, yes,
                            Optional.empty(), vote.at()), matter.until(vote.at()));
        }

        /// Where the tier's table asks for no human.
        public Granted grantByPolicy(Instant now) {
            return new Granted(matter, votes, Decision.ofPolicy(ApprovalDecided.Decision.GRANTED,
                    "the tenant's policy lets this risk pass", now), matter.until(now));
        }

        public Closed denyByPolicy(String reason, Instant now) {
            return new Closed(matter, votes, Decision.ofPolicy(ApprovalDecided.Decision.DENIED, reason, now));
        }
    }

    /// Decided with yes, and not redeemed: there is no grant yet.
    record Granted(Matter matter, List<Vote> votes, Decision decision, Optional<Instant> until) implements Open {

        public Granted {
            votes = List.copyOf(votes);
        }

        @Override
        public State state() {
            return State.GRANTED;
        }

        public Used use(UUID execution, String audience, Instant now) {
            return new Used(matter, votes, decision, execution, audience, now);
        }
    }

    /// Over without a use: denied, expired or revoked.
    record Closed(Matter matter, List<Vote> votes, Decision decision) implements Approval {

        public Closed {
            votes = List.copyOf(votes);
            if (decision.kind() == ApprovalDecided.Decision.GRANTED) {
                throw new IllegalArgumentException("a yes closes nothing");
            }
        }

        @Override
        public State state() {
            return State.valueOf(decision.kind().name());
        }
    }

    /// Redeemed, for good.
    record Used(Matter matter, List<Vote> votes, Decision decision, UUID execution, String audience, Instant at)
            implements
                Approval {

        public Used {
            votes = List.copyOf(votes);
        }

        @Override
        public State state() {
            return State.USED;
        }
    }

    /// How it was decided, once it is.
    default Optional<Decision> decided() {
        return switch (this) {
            case Pending pending -> Optional.empty();
            case Granted granted -> Optional.of(granted.decision());
            case Closed closed -> Optional.of(closed.decision());
            case Used used -> Optional.of(used.decision());
        };
    }
}
