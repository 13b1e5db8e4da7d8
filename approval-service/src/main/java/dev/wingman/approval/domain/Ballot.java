package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.Optional;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRecorded.Way;

/// What somebody wants to say to a card, before it is judged.
///
/// @param seenDigest of the card that he saw
/// @param reason clean of secrets; blank is none
public record Ballot(Identifier operator, Choice choice, Way way, Optional<String> reason, String seenDigest) {

    Vote countedAt(Instant now, boolean selfApproved) {
        return new Vote(operator, choice, way, reason, seenDigest, selfApproved, now);
    }
}
