package dev.wingman.execution;

import java.util.Optional;

import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.signature.Grant;

/// Grants that were meant for something else.
final class Grants {

    private Grants() {}

    static Grant ofStageB(Grant grant) {
        var of = grant.stage().orElseThrow();
        return with(grant, grant.audience(), grant.issuedAt(),
                DrillStage.of(of.instructionId(), of.worker(), of.site(), Stage.B),
                grant.targetStateDigest().orElseThrow());
    }

    static Grant expired(Grant grant) {
        return with(grant, grant.audience(), grant.issuedAt() - Grant.LIFE.toSeconds() - 1,
                grant.stage().orElseThrow(), grant.targetStateDigest().orElseThrow());
    }

    static Grant elsewhere(Grant grant) {
        return with(grant, Grant.forGateway("DEV", new Identifier("far")), grant.issuedAt(),
                grant.stage().orElseThrow(), grant.targetStateDigest().orElseThrow());
    }

    static Grant otherTargets(Grant grant) {
        return with(grant, grant.audience(), grant.issuedAt(), grant.stage().orElseThrow(), "sha256:other");
    }

    static Grant ofAnotherTenant(Grant grant) {
        return bound(grant, new Identifier("globex"), grant.environment());
    }

    /// For this gateway by its audience, for another environment by its claim.
    static Grant ofAnotherEnvironment(Grant grant) {
        return bound(grant, grant.tenantId(), "PRD");
    }

    private static Grant bound(Grant grant, Identifier tenant, String environment) {
        return new Grant(grant.issuer(), grant.audience(), grant.worker(), grant.executionId(), grant.issuedAt(),
                grant.expiresAt(), grant.approvalId(), grant.asked(), tenant, environment, grant.stage(),
                grant.instructionId(), grant.instructionDigest(), grant.targetStateDigest(), Optional.empty());
    }

    private static Grant with(Grant grant, String audience, long issuedAt, DrillStage stage, String targets) {
        return new Grant(grant.issuer(), audience, grant.worker(), grant.executionId(), issuedAt,
                issuedAt + Grant.LIFE.toSeconds(), grant.approvalId(), grant.asked(), grant.tenantId(),
                grant.environment(), Optional.of(stage), grant.instructionId(), grant.instructionDigest(),
                Optional.of(targets), Optional.empty());
    }
}
