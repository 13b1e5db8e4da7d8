package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.wingman.client.Approval;
import dev.wingman.contracts.Stage;
import dev.wingman.endtoend.Killer.Step;
import dev.wingman.local.demo.DrillView;

/// Part 5 of the instruction loop's story: whoever is killed with -9 at one of these steps, it ends right and once, or humans are asked.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
class DrillSurvivesKillsTest {

    private static final Duration EIGHT_RESTARTS = Duration.ofMinutes(4);
    private static final Duration THREE_RESTARTS = Duration.ofMinutes(2);

    private static final String APPROVAL = "approval-service";
    private static final String NOTIFIER = "notifier-service";
    private static final String GATEWAY = "execution-gateway";

    /// Who is killed at which steps: those after which it has something to do, so that this is what is cut off.
    private record Kills(String victim, Set<String> ends, List<Step> steps) {

        @Override
        public String toString() {
            return victim;
        }
    }

    static Stream<Kills> everyoneAtWork() {
        return Stream.of(
                new Kills(APPROVAL, Set.of("COMPLETED"), List.of(
                        new Step(APPROVAL, "stage-prepared", 1),
                        new Step(APPROVAL, "vote-recorded", 2),
                        new Step(APPROVAL, "approval-decided", 3),
                        new Step(APPROVAL, "grant-asked", 4),
                        // Stage D only looks, so that the drill ends well though its gateway dies looking.
                        new Step(GATEWAY, "stage-started", 4))),
                new Kills(NOTIFIER, Set.of("COMPLETED"), List.of(
                        new Step(NOTIFIER, "approval-requested", 1),
                        new Step(NOTIFIER, "decision-submitted", 2),
                        new Step(NOTIFIER, "approval-decided", 3),
                        new Step(NOTIFIER, "approval-used", 4))),
                // It prepares A after the acceptance, and B after the verdict. In doubt about what C had begun, humans are asked.
                new Kills(GATEWAY, Set.of("COMPLETED", "RECOVERED"), List.of(
                        new Step(GATEWAY, "instruction-accepted", 1),
                        new Step(GATEWAY, "approval-decided", 1),
                        new Step(GATEWAY, "verdict-reached", 1),
                        new Step(GATEWAY, "grant-asked", 2),
                        new Step(GATEWAY, "stage-finished", 2),
                        new Step(GATEWAY, "stage-prepared", 3),
                        new Step(GATEWAY, "approval-used", 3),
                        new Step(GATEWAY, "stage-started", 3))));
    }

    @ParameterizedTest
    @MethodSource("everyoneAtWork")
    void aDrillEndsRightAndOnceThoughSomebodyIsKilledAgainAndAgain(Kills kills) {
        try (var shop = Shop.open("killed"); var killer = new Killer(shop, kills.steps())) {
            var drill = shop.drill();

            var end = ended(shop, drill, kills.victim().equals(NOTIFIER));

            assertThat(end).isIn(kills.ends());
            assertThat(killer.stop()).isEqualTo(kills.steps());
            shop.is("running");
            once(shop, drill, end);
        }
    }

    /// The engine goes on with a call whose caller is dead: it takes ten seconds to stop a container that ignores SIGTERM. A container that has
    /// its name and was never started is no target that runs: humans are asked once more.
    @Test
    void theGatewayMayDieInTheMiddleOfACallToTheEngine() {
        var steps = List.of(Step.engine(GATEWAY, "kill"), Step.engine(GATEWAY, "destroy"),
                Step.engine(GATEWAY, "rename"));
        try (var shop = Shop.stubborn("called"); var killer = new Killer(shop, steps)) {
            var drill = shop.drill();
            shop.approved(drill, Stage.A);
            Tenant.got(shop.olga().approve(asked(drill, Stage.B)));
            Tenant.got(shop.olga().deny(asked(drill, Stage.C), "enough"));
            World.eventually(THREE_RESTARTS, () -> {
                drill.asked(Stage.RECOVER, Duration.ZERO).ifPresent(shop.olga()::approve);
                return drill.ended(Duration.ZERO).isPresent();
            });

            Shop.ended(drill, "RECOVERED");
            assertThat(killer.stop()).isEqualTo(steps);
            shop.is("running");
            once(shop, drill, "RECOVERED");
            for (var stage : List.of(Stage.A, Stage.B)) {
                assertThat(shop.entries(drill, stage, "stage-finished").getFirst().path("value").asText())
                        .as("stage %s", stage).contains("SUCCEEDED");
            }
        }
    }

    /// Asked for once its gateway lives again.
    private static Approval asked(DrillView drill, Stage stage) {
        return drill.asked(stage, THREE_RESTARTS).orElseThrow();
    }

    /// Says yes to whatever is asked until the drill is over, and tells how it ended. A press is made once, and must not be lost; a
    /// vote by HTTP that got no answer is repeated, and counts once.
    private static String ended(Shop shop, DrillView drill, boolean pressing) {
        var pressed = new HashSet<String>();
        World.eventually(EIGHT_RESTARTS, () -> {
            for (var approval : waiting(drill)) {
                if (!pressing) {
                    shop.olga().approve(approval);
                } else if (!pressed.contains(approval.approvalId())
                        && shop.olga().press(approval.approvalId(), Duration.ZERO).isPresent()) {
                    pressed.add(approval.approvalId());
                }
            }
            return drill.ended(Duration.ZERO).isPresent();
        });
        return drill.ended(World.PATIENCE).orElseThrow().path("end").asText();
    }

    private static List<Approval> waiting(DrillView drill) {
        return Stream.of(Stage.values()).flatMap(stage -> drill.asked(stage, Duration.ZERO).stream()).toList();
    }

    /// A drill that was broken off has gone through A and B, whichever kill did it: all of them fell before D.
    private static void once(Shop shop, DrillView drill, String end) {
        var through = end.equals("COMPLETED") ? EnumSet.range(Stage.A, Stage.D) : EnumSet.range(Stage.A, Stage.B);
        for (var stage : EnumSet.range(Stage.A, Stage.D)) {
            for (var event : List.of("approval-used", "stage-started", "stage-finished")) {
                assertThat(shop.entries(drill, stage, event).size()).as("%s of stage %s", event, stage)
                        .isBetween(through.contains(stage) ? 1 : 0, 1);
            }
        }
    }
}
