package dev.wingman.gatekeeper.domain;

import dev.wingman.contracts.Risk;

/// Why an instruction has its risk.
///
/// @param pointer JSON pointer of what raises it; in text `line:column`
/// @param because a fixed sentence: it repeats nothing of what stands there
public record RiskReason(String pointer, Risk risk, String because) {}
