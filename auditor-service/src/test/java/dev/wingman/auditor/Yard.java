package dev.wingman.auditor;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.VerdictReached;

/// A container `web` of a tenant, and what its site's gateway would write about it.
record Yard(Scene scene, Facts facts, String id) {

    static final Identifier HERE = new Identifier("local");
    static final Identifier CODER = new Identifier("coder-1");

    /// `web` runs, and both witnesses know it.
    static Yard running(String tenant, Path root, Facts facts, String... hosts) {
        var yard = new Yard(Scene.with(tenant, root, List.of(hosts), List.of("web", "other")), facts, freshId());
        FakeCgroups.processes(yard.id, 1);
        yard.observe("running");
        await().atMost(Scene.PATIENCE).until(yard::witnessed);
        return yard;
    }

    static String freshId() {
        var bytes = new byte[32];
        new Random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The engine stops it, and the kernel agrees.
    void stops() {
        FakeCgroups.processes(id, 0);
        observe("exited");
    }

    void observe(String status) {
        observe(HERE, "web", status, Instant.now(), status.equals("absent") ? Optional.empty() : Optional.of(id));
    }

    void observe(Identifier site, String name, String status, Instant at, Optional<String> containerId) {
        observe(at, new ContainerObserved(site, name, status, containerId, Optional.of("shop/web:1"),
                Optional.of("sha256:" + "ab".repeat(32)), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty()));
    }

    void observe(Instant at, ContainerObserved observed) {
        scene.publish(Service.EXECUTION, Ids.first(at), observed.name(), at, observed);
    }

    DrillStage stage(Stage stage) {
        return DrillStage.of(Ids.first(Instant.now()), CODER, HERE, stage);
    }

    void prepare(DrillStage stage, Predicate... expects) {
        scene.publish(Service.EXECUTION, Ids.first(Instant.now()), stage.stageId().toString(), preparation(stage,
                expects));
    }

    static StagePrepared preparation(DrillStage stage, Predicate... expects) {
        return new StagePrepared(stage, new Preview(List.of(), List.of(), List.of(), List.of(), List.of()), "sha256:0",
                "sha256:0", List.of(expects), Risk.HIGH, List.of());
    }

    void finish(DrillStage stage) {
        scene.publish(Service.EXECUTION, Ids.first(Instant.now()), stage.stageId().toString(), finished(stage));
    }

    static StageFinished finished(DrillStage stage) {
        return new StageFinished(stage, UUID.randomUUID(), StageFinished.Outcome.SUCCEEDED, "done", Duration.ZERO);
    }

    static Predicate web(ContainerState state) {
        return new Predicate.Container("web", state, Optional.empty(), Optional.empty());
    }

    /// The gateway goes on observing, as it does every few seconds.
    VerdictReached verdictWhileObserving(UUID subject, String status) {
        await().atMost(Scene.PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            observe(status);
            return scene.verdicts(subject) > 0;
        });
        return scene.verdict(subject);
    }

    private boolean witnessed() {
        var fact = facts.latest(new Identifier(scene.tenant()), List.of("web")).await().atMost(Scene.PATIENCE)
                .get("web");
        return fact != null && !fact.ids().isEmpty() && fact.ids().getFirst().seenAlive();
    }
}
