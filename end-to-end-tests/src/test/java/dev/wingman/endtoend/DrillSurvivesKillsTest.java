package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /// Who is killed at which steps: those after which it has something to do, so that this is what is cut off.
    private record Victim(String name, Set<String> ends, List<Step> steps) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Victim> everyoneAtWork() {
        return Stream.of(
                new Victim("approval-service", Set.of("COMPLETED"), List.of(
                        new Step("stage-prepared", 1),
                        new Step("vote-recorded", 2),
                        new Step("approval-decided", 3),
                        new Step("grant-asked", 4))),
                new Victim("notifier-service", Set.of("COMPLETED"), List.of(
                        new Step("approval-requested", 1),
                        new Step("decision-submitted", 2),
                        new Step("approval-decided", 3),
                        new Step("approval-used", 4))),
                // It prepares A after the acceptance, and B after the verdict. In doubt about what C had begun, humans are asked.
                new Victim("execution-gateway", Set.of("COMPLETED", "RECOVERED"), List.of(
                        new Step("instruction-accepted", 1),
                        new Step("approval-decided", 1),
                        new Step("verdict-reached", 1),
                        new Step("grant-asked", 2),
                        new Step("stage-finished", 2),
                        new Step("stage-prepared", 3),
                        new Step("approval-used", 3),
                        new Step("stage-started", 3))));
    }

    @ParameterizedTest
    @MethodSource("everyoneAtWork")
    void aDrillEndsRightAndOnceThoughSomebodyIsKilledAgainAndAgain(Victim victim) {
        try (var shop = Shop.open("killed"); var killer = new Killer(shop.tenant(), victim.name(), victim.steps())) {
            var drill = shop.drill();

            var end = ended(shop, drill, victim.name().equals("notifier-service"));

            assertThat(end).isIn(victim.ends());
            assertThat(killer.stop()).isEqualTo(victim.steps());
            shop.is("running");
            once(shop, drill, end);
        }
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
