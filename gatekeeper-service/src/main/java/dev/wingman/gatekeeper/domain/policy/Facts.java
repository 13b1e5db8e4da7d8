package dev.wingman.gatekeeper.domain.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;

/// All that a rule may look at.
///
/// @param points the texts of each point, by its key
/// @param risk as the gate computed it, before any rule
/// @param criteria how many success criteria there are
/// @param verifiable how many of them a probe can check
public record Facts(String title, Map<String, List<String>> points, Action action, Optional<String> site,
        String environment, Identifier worker, Optional<Identifier> owner, Risk risk, int criteria, int verifiable,
        Instant now) {}
