package dev.wingman.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/// All that a human is shown before he decides. A vote names the digest of the card that was seen.
///
/// @param requester the human who asked, for a release; otherwise the instruction's worker asked
/// @param title of the instruction, or the reason of a release
/// @param reasons why the risk is what it is, a sentence each
/// @param quorum how many distinct humans must say yes; 0 where the policy decides
/// @param deciders who may vote
/// @param expiresAt absent for what never expires
/// @param policyRules ids of the tenant's rules that raised the risk of its instruction or asked for humans
public record ApprovalCard(UUID approvalId, Asked asked, Identifier worker, Optional<Identifier> requester,
        Optional<UUID> instructionId, Optional<String> instructionDigest, Optional<DrillStage> stage,
        Optional<Action.Command> command, String title, Optional<Preview> preview, Optional<String> targetStateDigest,
        List<Predicate> expects, Risk risk, List<String> reasons, int quorum, List<Identifier> deciders,
        Optional<Instant> expiresAt, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> policyRules) {

    public ApprovalCard {
        expects = List.copyOf(expects);
        reasons = List.copyOf(reasons);
        deciders = List.copyOf(deciders);
        policyRules = policyRules == null ? List.of() : List.copyOf(policyRules);
    }

    /// Of what no rule of its tenant touched.
    public ApprovalCard(UUID approvalId, Asked asked, Identifier worker, Optional<Identifier> requester,
            Optional<UUID> instructionId, Optional<String> instructionDigest, Optional<DrillStage> stage,
            Optional<Action.Command> command, String title, Optional<Preview> preview,
            Optional<String> targetStateDigest, List<Predicate> expects, Risk risk, List<String> reasons, int quorum,
            List<Identifier> deciders, Optional<Instant> expiresAt) {
        this(approvalId, asked, worker, requester, instructionId, instructionDigest, stage, command, title, preview,
                targetStateDigest, expects, risk, reasons, quorum, deciders, expiresAt, List.of());
    }

    public String digest() {
        return Digests.ofCanonical(this);
    }
}
