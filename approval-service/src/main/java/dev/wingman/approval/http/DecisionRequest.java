package dev.wingman.approval.http;

import java.util.Optional;

import dev.wingman.contracts.VoteRecorded;

/// The body of a vote.
///
/// @param decision APPROVE or DENY
/// @param seenDigest the `card_digest` of the approval as it was seen
record DecisionRequest(VoteRecorded.Choice decision, Optional<String> reason, String seenDigest) {

    DecisionRequest {
        if (decision == null) {
            throw new IllegalArgumentException("decision is APPROVE or DENY");
        }
        if (seenDigest == null || seenDigest.isBlank()) {
            throw new IllegalArgumentException("seen_digest is the card_digest that you saw");
        }
    }
}
