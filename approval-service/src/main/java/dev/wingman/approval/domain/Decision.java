package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalDecided.By;
import dev.wingman.contracts.Identifier;

/// How an approval was decided, by whom, and why.
///
/// @param deciders the humans whose word it was; empty where the policy, the clock or a lock decided
public record Decision(ApprovalDecided.Decision kind, By by, List<Identifier> deciders, Optional<String> reason,
        Instant at) {

    public Decision {
        deciders = List.copyOf(deciders);
    }

    static Decision ofHumans(ApprovalDecided.Decision kind, List<Identifier> deciders, Optional<String> reason,
            Instant at) {
        return new Decision(kind, By.HUMANS, deciders, reason, at);
    }

    static Decision ofPolicy(ApprovalDecided.Decision kind, String reason, Instant at) {
        return new Decision(kind, By.POLICY, List.of(), Optional.of(reason), at);
    }

    /// The name that a late presser is told.
    public String decidedBy() {
        return deciders.isEmpty()
                ? "the policy"
                : deciders.stream().map(Identifier::value).collect(Collectors.joining(" and "));
    }
}
