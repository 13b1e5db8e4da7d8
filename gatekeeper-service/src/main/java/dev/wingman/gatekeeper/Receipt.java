package dev.wingman.gatekeeper;

import java.util.UUID;

import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.Judgement;

/// What a worker gets for an accepted instruction.
public record Receipt(UUID instructionId, String status, String digest, Risk risk, ApprovalNeed approval,
        Judgement.Criteria criteria) {}
