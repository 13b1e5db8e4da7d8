package dev.wingman.contracts.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;

/// A redeemed yes: the claims of a JWT that only the approval service signs. It is for one audience, one execution and thirty seconds.
///
/// @param audience `gateway:<environment>:<site>`, `worker:<id>` or `watcher:<environment>`
/// @param issuedAt seconds since 1970, as is `expiresAt`
/// @param command what the worker may run, for a command
public record Grant(@JsonProperty("iss") String issuer, @JsonProperty("aud") String audience,
        @JsonProperty("sub") Identifier worker, @JsonProperty("jti") UUID executionId,
        @JsonProperty("iat") long issuedAt, @JsonProperty("exp") long expiresAt, UUID approvalId, Asked asked,
        Identifier tenantId, String environment, Optional<DrillStage> stage, Optional<UUID> instructionId,
        Optional<String> instructionDigest, Optional<String> targetStateDigest, Optional<Action.Command> command) {

    public static final Duration LIFE = Duration.ofSeconds(30);

    /// Whether it counts at that moment. A grant from the future does not: somebody's clock is wrong.
    public boolean isLive(Instant now) {
        return !now.isBefore(Instant.ofEpochSecond(issuedAt).minusSeconds(5))
                && now.isBefore(Instant.ofEpochSecond(expiresAt));
    }

    public static String forGateway(String environment, Identifier site) {
        return "gateway:" + environment + ":" + site;
    }

    public static String forWorker(Identifier worker) {
        return "worker:" + worker;
    }

    public static String forWatcher(String environment) {
        return "watcher:" + environment;
    }
}
