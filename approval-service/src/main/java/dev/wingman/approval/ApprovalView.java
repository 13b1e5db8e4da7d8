package dev.wingman.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Decision;
import dev.wingman.approval.domain.State;
import dev.wingman.approval.domain.Vote;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Verdict;

/// An approval as it is shown.
///
/// @param expiresAt until when it may be decided, or once it is granted, used
/// @param decidedBy the names of the humans, or `the policy`
/// @param verdict of the auditor on a release, once it came
public record ApprovalView(UUID approvalId, Optional<UUID> instructionId, Asked asked, State state,
        Identifier worker, ApprovalCard card, String cardDigest, Optional<Preview> preview, List<Vote> votes,
        int quorum, Instant openedAt, Optional<Instant> expiresAt, Optional<Instant> decidedAt,
        Optional<String> decidedBy, Optional<ApprovalDecided.By> by, Optional<String> reason,
        Optional<UUID> executionId, Optional<Instant> usedAt, int escalations, Optional<Verdict> verdict,
        Optional<String> verdictCause) {

    public static ApprovalView of(Reading.Filed filed) {
        var approval = filed.approval();
        var matter = approval.matter();
        var card = matter.card();
        var decided = approval.decided();
        var used = approval instanceof Approval.Used it ? Optional.of(it) : Optional.<Approval.Used>empty();
        return new ApprovalView(matter.id(), card.instructionId(), card.asked(), approval.state(), card.worker(), card,
                matter.cardDigest(), card.preview(), approval.votes(), card.quorum(), matter.openedAt(),
                approval instanceof Approval.Open open ? open.until() : card.expiresAt(), decided.map(Decision::at),
                decided.map(Decision::decidedBy), decided.map(Decision::by), decided.flatMap(Decision::reason),
                used.map(Approval.Used::execution), used.map(Approval.Used::at), filed.escalations(),
                filed.verdict(), filed.verdictCause());
    }
}
