package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.client.Approval;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Stage;
import dev.wingman.local.demo.DrillView;

/// Part 5 of the instruction loop's story: whoever is killed with -9 at whatever step of a stage, it ends right and once, or humans are asked.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
class DrillSurvivesKillsTest {

    @ParameterizedTest
    @ValueSource(strings = {"execution-gateway", "approval-service", "notifier-service"})
    void aDrillEndsRightAndOnceAfterKill(String victim) {
        try (var shop = Shop.open("killed")) {
            var drill = shop.drill();

            var waiting = Shop.asked(drill, Stage.A);
            var restarting = killed(shop, victim);
            shop.olga().press(waiting.approvalId(), World.PATIENCE);
            World.join(restarting);
            shop.is("exited");

            var next = Shop.asked(drill, Stage.B);
            yes(shop, next);
            World.join(killed(shop, victim));
            ends(shop, drill);

            shop.is("running");
            assertThat(once(shop, drill)).isTrue();
        }
    }

    @Test
    void aGatewayKilledWhileItActsLeavesTheTargetRunningOrAsksHumans() {
        try (var shop = Shop.open("acting")) {
            var drill = shop.drill();
            yes(shop, Shop.asked(drill, Stage.A));
            World.eventually(() -> !shop.entries(drill, Stage.A, "stage-started").isEmpty()
                    || !shop.container().state().equals("running"));

            World.join(killed(shop, "execution-gateway"));
            ends(shop, drill);

            shop.is("running");
            assertThat(once(shop, drill)).isTrue();
        }
    }

    /// `kill -9`, and meanwhile somebody starts it again.
    private static Thread killed(Shop shop, String victim) {
        var playground = shop.tenant().playground();
        playground.kill(victim);
        return Thread.ofVirtual().start(playground::up);
    }

    /// Says yes until the service took it: a repeat of a vote that counted is a no that changes nothing.
    private static void yes(Shop shop, Approval approval) {
        World.eventually(() -> shop.olga().approve(approval) instanceof Reply.Ok);
    }

    /// Says yes to whatever is asked until the drill is over.
    private static void ends(Shop shop, DrillView drill) {
        Supplier<Boolean> over = () -> {
            Stream.of(Stage.values()).flatMap(stage -> drill.asked(stage, Duration.ZERO).stream())
                    .forEach(shop.olga()::approve);
            return drill.ended(Duration.ZERO).isPresent();
        };
        World.eventually(over::get);
        var end = drill.ended(Duration.ZERO).orElseThrow().path("end").asText();
        assertThat(end).isIn("COMPLETED", "RECOVERED");
    }

    private static boolean once(Shop shop, DrillView drill) {
        return List.of(Stage.A, Stage.B, Stage.C, Stage.D).stream()
                .allMatch(stage -> shop.entries(drill, stage, "stage-started").size() <= 1
                        && shop.entries(drill, stage, "stage-finished").size() <= 1
                        && shop.entries(drill, stage, "approval-used").size() <= 1);
    }
}
