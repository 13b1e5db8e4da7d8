package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

/// Something that somebody pressed or sent does not count.
///
/// @param operator where the sender is known
/// @param submission the id of the `decision-submitted` that this answers
/// @param rule a stable name such as `vote/not-linked`, `vote/already-decided`
/// @param detail one sentence for the sender
public record VoteRefused(Optional<UUID> approvalId, Optional<Identifier> operator, VoteRecorded.Way way,
        Optional<UUID> submission, String rule, String detail) implements Event {}
