package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.Optional;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRecorded.Way;

/// A human's yes or no that was taken.
///
/// @param selfApproved the human answers for the worker who asked, or asked himself
public record Vote(Identifier operator, Choice choice, Way way, Optional<String> reason, String seenDigest,
        boolean selfApproved, Instant at) {}
