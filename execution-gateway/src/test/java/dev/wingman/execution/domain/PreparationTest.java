package dev.wingman.execution.domain;

import static dev.wingman.execution.domain.Samples.SITE;
import static dev.wingman.execution.domain.Samples.container;
import static dev.wingman.execution.domain.Samples.drillOf;
import static dev.wingman.execution.domain.Samples.linked;
import static dev.wingman.execution.domain.Samples.running;
import static dev.wingman.execution.domain.Samples.service;
import static dev.wingman.execution.domain.Samples.sight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Stage;

class PreparationTest {

    @Test
    void namesOnlyTheTenantsOwnDependants() {
        var web = linked(running("web"), List.of("n"), List.of());
        var own = linked(running("worker"), List.of("n"), List.of());
        var foreign = linked(running("theirs"), List.of("n"), List.of());

        var prepared = new Preparation(drillOf(web), sight(web, own, foreign), "PRD",
                one -> !one.name().equals("theirs")).of(Stage.RECOVER);

        assertThat(prepared.preview().dependants()).containsExactly("worker");
    }

    @Test
    void showsTheImageOfWhatBearsTheNameNow() {
        var was = running("web");
        var now = new Container("other", "web", "other:2", "sha256:bb", "running", was.health(), was.exitCode(),
                was.compose(), was.mounts(), was.links(), was.ports(), false, false, "shape");

        assertThat(new Preparation(drillOf(was), sight(now), "PRD", _ -> true).of(Stage.A).preview().targets())
                .containsExactly(new Preview.Target("web", "other:2", "running"));
        assertThat(new Preparation(drillOf(was), sight(), "PRD", _ -> true).of(Stage.C).preview().targets())
                .containsExactly(new Preview.Target("web", "app:1", "absent"));
    }

    @Test
    void observesAnAbsentContainerUnderTheProjectThatItWasOf() {
        var target = Target.of(service("shop", "web"));

        assertThat(Observation.of(SITE, target.name(), Optional.empty(), target.project()).project())
                .contains("shop");
        assertThat(Observation.of(SITE, "web", Optional.of(container("web", "exited")), Optional.of("shop")).project())
                .isEmpty();
    }
}
