package dev.wingman.gatekeeper;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Identifier;

/// What became of an instruction.
///
/// @param status ACCEPTED or REJECTED
/// @param event the fields of its event
public record Instruction(UUID id, Identifier tenant, Identifier worker, String status, Instant at, JsonNode event) {}
