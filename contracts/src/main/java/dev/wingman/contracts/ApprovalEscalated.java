package dev.wingman.contracts;

import java.util.UUID;

/// Something that never expires still waits for a human.
///
/// @param times how often it was told, from 1
public record ApprovalEscalated(UUID approvalId, Asked asked, Identifier worker, int times) implements Event {}
