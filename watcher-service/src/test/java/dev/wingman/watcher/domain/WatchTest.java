package dev.wingman.watcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Finding;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.Violation;

class WatchTest {

    private static final UUID CAUSE = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Identifier CODER = new Identifier("coder-1");

    @Test
    void locksTheWorkerOfAFalseClaimAndRaisesACriticalAlert() {
        var reaction = Watch.on(CAUSE, NOW, verdict(VerdictReached.Kind.CLAIM, Verdict.FALSE), Optional.empty(), 0, 5);

        assertThat(reaction.lock()).hasValueSatisfying(lock -> {
            assertThat(lock.name()).isEqualTo(CODER);
            assertThat(lock.scope()).isEqualTo(Lock.Scope.WORKER);
        });
        assertThat(reaction.alert()).hasValueSatisfying(alert -> {
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.incident()).isEqualTo(reaction.lock().orElseThrow().incident());
        });
    }

    @Test
    void alertsAgainUnderTheSameIncidentWhenALockedWorkerLiesOnceMore() {
        var held = new Lock(UUID.fromString("01890000-0000-7000-8000-000000000002"), Lock.Scope.WORKER, CODER, "before",
                NOW);

        var reaction = Watch.on(CAUSE, NOW, verdict(VerdictReached.Kind.CLAIM, Verdict.FALSE), Optional.of(held), 0, 5);

        assertThat(reaction.lock()).isEmpty();
        assertThat(reaction.alert())
                .hasValueSatisfying(alert -> assertThat(alert.incident()).isEqualTo(held.incident()));
    }

    @Test
    void neverLocksForAStage() {
        var reaction = Watch.on(CAUSE, NOW, verdict(VerdictReached.Kind.STAGE, Verdict.FALSE), Optional.empty(), 0, 5);

        assertThat(reaction).isEqualTo(Reaction.nothing());
    }

    @Test
    void leavesATrueClaimInPeace() {
        var reaction = Watch.on(CAUSE, NOW, verdict(VerdictReached.Kind.CLAIM, Verdict.TRUE), Optional.empty(), 0, 5);

        assertThat(reaction).isEqualTo(Reaction.nothing());
    }

    @ParameterizedTest
    @CsvSource({"4,false", "5,true", "6,false", "10,true"})
    void alertsEachTimeTheLimitOfUncheckableClaimsIsReached(int run, boolean alerted) {
        var reaction = Watch.on(CAUSE, NOW, verdict(VerdictReached.Kind.CLAIM, Verdict.UNVERIFIABLE), Optional.empty(),
                run, 5);

        assertThat(reaction.alert().isPresent()).isEqualTo(alerted);
        assertThat(reaction.lock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"forbidden/force-flag,true", "secret/aws-access-key,true", "ten-points/mitigation-missing,false"})
    void alertsOnAnAttemptAtSomethingForbiddenButNotOnAForgottenPoint(String rule, boolean alerted) {
        var rejected = new InstructionRejected(CAUSE, CODER, List.of(new Violation(rule, "/deliverables", "x")));

        assertThat(Watch.on(CAUSE, rejected).isPresent()).isEqualTo(alerted);
    }

    @ParameterizedTest
    @CsvSource({"ENTERPRISE,9,3", "STANDARD,2,2", "BASIC,0,10"})
    void letsATenantTightenItsTierButNotLoosenIt(Tier tier, int wanted, int limit) {
        assertThat(Watch.unverifiableLimit(tier, Optional.of(wanted))).isEqualTo(limit);
    }

    private static VerdictReached verdict(VerdictReached.Kind kind, Verdict verdict) {
        return new VerdictReached(kind, UUID.fromString("01890000-0000-7000-8000-000000000003"), CODER, verdict,
                "nothing there", List.<Finding>of(), false);
    }
}
