package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

/// Something that a human should know now.
///
/// @param kind a stable name such as `false-claim`, `dead-letter`
/// @param incident shared by the alerts, the lock and the 423 of one matter
/// @param subjectId the claim, instruction or record that it is about
/// @param text plain sentences, without markup and without secrets
public record AlertRaised(UUID alertId, Severity severity, String kind, UUID incident, Optional<Identifier> worker,
        Optional<UUID> subjectId, String text) implements Event {}
