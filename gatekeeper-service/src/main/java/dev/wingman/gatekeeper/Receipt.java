package dev.wingman.gatekeeper;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.RiskReason;

/// What a worker gets for an accepted instruction.
///
/// @param policyRules ids of the tenant's rules that raised its risk or ask for humans
public record Receipt(UUID instructionId, String status, String digest, Risk risk, ApprovalNeed approval,
        Verifiability criteria, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> policyRules,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RiskReason> riskReasons) {}
