package dev.wingman.execution.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.signature.Grant;

/// Whether a grant is for exactly this: every binding, one after the other.
public final class GrantCheck {

    private GrantCheck() {}

    /// Why a grant moves nothing, whatever it says.
    ///
    /// @param rule a stable name
    public record Unwanted(String rule, String detail) {

        /// It names a stage that this gateway has never prepared.
        public static final Unwanted UNKNOWN = new Unwanted("grant/unknown-stage",
                "This gateway has prepared no such stage under this approval.");
    }

    /// A grant that the stage does not wait for: signed for nobody, or sent once more. Nothing, if the stage waits for one.
    public static Optional<Unwanted> unwanted(Execution stage) {
        return switch (stage.phase()) {
            case GRANT_ASKED -> Optional.empty();
            case PREPARED -> Optional.of(new Unwanted("grant/not-asked", "No gateway has asked for this grant."));
            case STARTED, FINISHED, JUDGED ->
                Optional.of(new Unwanted("grant/replayed", "The stage has run already."));
            case REFUSED -> Optional.of(new Unwanted("grant/too-late", "The stage does not run any more."));
        };
    }

    /// What is wrong with it; nothing, if it fits.
    public static Optional<String> misfit(Drill drill, Execution stage, Optional<Grant> signed, UUID execution,
            String environment, Instant now) {
        if (signed.isEmpty()) {
            return Optional.of("The approval service did not sign this grant.");
        }
        var grant = signed.get();
        var asked = stage.stage() == Stage.RECOVER ? Asked.RECOVER : Asked.STAGE;
        if (!grant.audience().equals(Grant.forGateway(environment, drill.site()))
                || !grant.environment().equals(environment)) {
            return Optional.of("The grant is for another gateway.");
        }
        if (!grant.tenantId().equals(drill.tenant()) || !grant.worker().equals(drill.worker())) {
            return Optional.of("The grant is for somebody else.");
        }
        if (stage.executionId().filter(grant.executionId()::equals).isEmpty()
                || !grant.executionId().equals(execution)) {
            return Optional.of("The grant is for an execution that this gateway did not ask for.");
        }
        if (grant.asked() != asked || grant.stage().filter(stage.of()::equals).isEmpty()
                || !grant.approvalId().equals(stage.approvalId())) {
            return Optional.of("The grant is for another stage.");
        }
        if (grant.instructionDigest().filter(drill.digest()::equals).isEmpty()
                || grant.instructionId().filter(drill.instructionId()::equals).isEmpty()) {
            return Optional.of("The grant is for another instruction.");
        }
        if (grant.targetStateDigest().filter(stage.targetStateDigest()::equals).isEmpty()) {
            return Optional.of("The grant is for targets in another state.");
        }
        return grant.isLive(now) ? Optional.empty() : Optional.of("The grant came too late, or from the future.");
    }
}
