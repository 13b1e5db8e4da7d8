package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.client.Claim;
import dev.wingman.contracts.Stage;
import dev.wingman.local.demo.DrillView;

/// Part 2 of the instruction loop's story: whatever ends a drill that began, its target runs again, or humans are asked.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
class DrillNeverStrandsTest {

    @Test
    void aDeniedStageStopsTheDrillAndAsksToRecover() {
        try (var shop = Shop.open("denied")) {
            var drill = stopped(shop);

            Tenant.got(shop.olga().deny(Shop.asked(drill, Stage.B), "the sale has begun"));

            recovered(shop, drill);
            assertThat(refusal(shop, drill, Stage.B)).contains("DENIED");
            assertThat(shop.entries(drill, Stage.B, "stage-started")).isEmpty();
        }
    }

    @Test
    void aStageThatNobodyAnswersExpiresAndTheOperatorsAreAskedToRecover() {
        try (var shop = Shop.open(World.tenant("expired"), Optional.of(Duration.ofSeconds(5)))) {
            var drill = stopped(shop);

            assertThat(drill.asked(Stage.B, "EXPIRED", World.PATIENCE)).isPresent();

            assertThat(Shop.asked(drill, Stage.RECOVER).card().expiresAt()).as("never expires").isEmpty();
            recovered(shop, drill);
            assertThat(refusal(shop, drill, Stage.B)).contains("EXPIRED");
            assertThat(shop.entries(drill, Stage.B, "stage-started")).isEmpty();
        }
    }

    @Test
    void aTargetThatChangedBetweenTheYesAndTheActIsLeftAloneAndRunsAgainAfterARecovery() {
        try (var shop = Shop.open("drift")) {
            var drill = shop.drill();
            var approval = Shop.asked(drill, Stage.A);
            shop.tenant().playground().kill("execution-gateway");

            Tenant.got(shop.olga().approve(approval));
            shop.engine().stop(shop.container().name());
            shop.tenant().playground().up();

            recovered(shop, drill);
            assertThat(refusal(shop, drill, Stage.A)).contains("TARGET_DRIFT");
            assertThat(shop.entries(drill, Stage.A, "stage-started")).isEmpty();
        }
    }

    @Test
    void aWorkerLockedInTheMiddleGetsNothingMoreAndItsTargetComesBack() {
        try (var shop = Shop.open("locked")) {
            var drill = stopped(shop);
            var next = Shop.asked(drill, Stage.B);
            var worker = shop.tenant().worker(Shop.WORKER);

            Tenant.got(worker.claim(Claim.of("created file " + shop.tenant().playground().file("never.csv"))));

            World.eventually(() -> shop.tenant().locked(Shop.WORKER));
            assertThat(drill.asked(Stage.B, "REVOKED", World.PATIENCE)).isPresent()
                    .hasValueSatisfying(revoked -> assertThat(revoked.approvalId()).isEqualTo(next.approvalId()));
            recovered(shop, drill);
            assertThat(shop.entries(drill, Stage.B, "stage-started")).isEmpty();
            assertThat(shop.tenant().locked(Shop.WORKER)).as("a recovery releases nobody").isTrue();
        }
    }

    /// A drill whose stage A is over.
    private static DrillView stopped(Shop shop) {
        var drill = shop.drill();
        shop.approved(drill, Stage.A);
        shop.is("exited");
        return drill;
    }

    private static void recovered(Shop shop, DrillView drill) {
        shop.approved(drill, Stage.RECOVER);
        Shop.ended(drill, "RECOVERED");
        assertThat(shop.container().state()).isEqualTo("running");
        World.eventually(() -> Tenant.got(shop.tenant().sre().alerts()).items().stream().anyMatch(alert -> alert
                .path("severity").asText().equals("CRITICAL") && alert.path("kind").asText().equals("recover-asked")));
    }

    private static String refusal(Shop shop, DrillView drill, Stage stage) {
        World.eventually(() -> shop.entries(drill, stage, "stage-refused").size() == 1);
        return shop.entries(drill, stage, "stage-refused").getFirst().path("value").asText();
    }
}
