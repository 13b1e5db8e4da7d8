package dev.wingman.contracts;

/// A decision is asked for.
///
/// @param cardDigest of the card, for votes to name
public record ApprovalRequested(ApprovalCard card, String cardDigest) implements Event {}
