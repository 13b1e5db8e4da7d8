package dev.wingman.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All that a human is shown before he decides. A vote names the digest of the card that was seen.
///
/// @param requester the human who asked, for a release; otherwise the instruction's worker asked
/// @param title of the instruction, or the reason of a release
/// @param reasons why the risk is what it is, a sentence each
/// @param quorum how many distinct humans must say yes; 0 where the policy decides
/// @param deciders who may vote
/// @param expiresAt absent for what never expires
public record ApprovalCard(UUID approvalId, Asked asked, Identifier worker, Optional<Identifier> requester,
        Optional<UUID> instructionId, Optional<String> instructionDigest, Optional<DrillStage> stage,
        Optional<Action.Command> command, String title, Optional<Preview> preview, Optional<String> targetStateDigest,
        List<Predicate> expects, Risk risk, List<String> reasons, int quorum, List<Identifier> deciders,
        Optional<Instant> expiresAt) {
    public ApprovalCard {
        expects = List.copyOf(expects);
        reasons = List.copyOf(reasons);
        deciders = List.copyOf(deciders);
    }

    public String digest() {
        return Digests.ofCanonical(this);
    }
}
