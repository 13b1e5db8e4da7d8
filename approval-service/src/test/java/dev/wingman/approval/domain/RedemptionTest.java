package dev.wingman.approval.domain;

import static dev.wingman.approval.domain.Table.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;

class RedemptionTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final String AUDIENCE = "gateway:DEV:local";

    @Test
    void usesAYesOnceForOneExecution() {
        var redeemed = (Redemption.Redeemed) ask(Table.granted(), FIRST, NOON);

        assertThat(ask(redeemed.used(), FIRST, NOON)).isInstanceOf(Redemption.Repeated.class);
        assertRefused("grant/used-before", ask(redeemed.used(), SECOND, NOON));
    }

    @Test
    void refusesBeforeTheYesAndAfterTheEnd() {
        assertRefused("grant/not-granted", ask(Table.pending(1), FIRST, NOON));
        assertRefused("grant/denied", ask(Table.pending(1).denyByPolicy("no", NOON), FIRST, NOON));
        assertRefused("grant/revoked", ask(Table.granted().revokeByPolicy("locked", NOON), FIRST, NOON));
        assertRefused("grant/expired", ask(Table.granted().expire(NOON), FIRST, NOON));
    }

    @Test
    void refusesAYesWhoseTimeIsOverThoughNobodyMovedItYet() {
        assertRefused("grant/expired", ask(Table.granted(), FIRST, Table.granted().until().orElseThrow()));
    }

    @Test
    void refusesADriftedTarget() {
        assertRefused("grant/target-drift",
                Redemption.ofStage(Table.granted(), Table.STAGE, "sha256:other", FIRST, AUDIENCE, NOON));
    }

    @Test
    void refusesAnotherStageAnotherSiteAndARecovery() {
        var stageB = DrillStage.of(Table.STAGE.instructionId(), Table.CODER, Table.STAGE.site(), Stage.B);
        var elsewhere = DrillStage.of(Table.STAGE.instructionId(), Table.CODER, new Identifier("away"), Stage.A);

        assertRefused("grant/other-stage", of(stageB));
        assertRefused("grant/other-stage", of(elsewhere));
        assertRefused("grant/other-stage", of(Table.STAGE.recover(1)));
    }

    @Test
    void refusesAStageAsAWorkersCommand() {
        assertRefused("grant/not-a-command", Redemption.ofCommand(Table.granted(), FIRST, "worker:coder-1", NOON));
    }

    @Test
    void bindsTheGrantToWhatWasApprovedForThirtySeconds() {
        var used = ((Redemption.Redeemed) ask(Table.granted(), FIRST, NOON)).used();

        var grant = Grants.of(used, "DEV");

        assertThat(grant.executionId()).isEqualTo(FIRST);
        assertThat(grant.audience()).isEqualTo(AUDIENCE);
        assertThat(grant.stage()).contains(Table.STAGE);
        assertThat(grant.targetStateDigest()).contains(Table.TARGET);
        assertThat(grant.tenantId()).isEqualTo(Table.TENANT);
        assertThat(grant.isLive(NOON.plusSeconds(29))).isTrue();
        assertThat(grant.isLive(NOON.plusSeconds(30))).isFalse();
    }

    private static Redemption.Result of(DrillStage stage) {
        return Redemption.ofStage(Table.granted(), stage, Table.TARGET, FIRST, AUDIENCE, NOON);
    }

    private static Redemption.Result ask(Approval approval, UUID execution, Instant now) {
        return Redemption.ofStage(approval, Table.STAGE, Table.TARGET, execution, AUDIENCE, now);
    }

    private static void assertRefused(String rule, Redemption.Result result) {
        assertThat(result).isInstanceOfSatisfying(Redemption.Refused.class,
                refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
