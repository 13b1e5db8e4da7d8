package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Approval;
import dev.wingman.client.Claim;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.demo.DrillView;
import dev.wingman.local.demo.Operator;
import dev.wingman.local.demo.Plans;
import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.docker.Practice;

/// A tenant with a real container of its own, a worker that drills it, and an operator who decides.
record Shop(Tenant tenant, Engine engine, Practice container, Operator olga) implements AutoCloseable {

    static final String WORKER = "coder-1";

    static Shop open(String name) {
        return open(World.tenant(name), Optional.empty());
    }

    /// Its container ignores SIGTERM.
    static Shop stubborn(String name) {
        return open(World.tenant(name), Optional.empty(), Practice::stubborn);
    }

    /// @param expiresAfter how long a decision may be asked for; the tier's time where nothing is said
    static Shop open(Tenant tenant, Optional<Duration> expiresAfter) {
        return open(tenant, expiresAfter, Practice::run);
    }

    private static Shop open(Tenant tenant, Optional<Duration> expiresAfter,
            BiFunction<Engine, String, Optional<Practice>> runs) {
        var number = World.number();
        var chat = -1_000L - number;
        tenant.playground().register(tenant.id(), entry -> {
            entry.putArray("chats").add(chat);
            expiresAfter.ifPresent(time -> entry.withObject("/policy").withObject("/approvals").put("expires_after",
                    time.toString()));
            return true;
        });
        tenant.token(WORKER, "worker");
        var olga = new Operator(tenant.operator("olga"), tenant.playground().chat(), chat,
                7_000L + number).link("olga", World.PATIENCE);
        var engine = new Engine(EngineSocket.here().orElseThrow());
        var practice = runs.apply(engine, tenant.id()).orElseThrow();
        tenant.playground().allow(tenant.id(), practice.name());
        seenRunning(tenant, practice);
        return new Shop(tenant, engine, practice, olga);
    }

    /// A container that is seconds old was seen by nobody but the gateway, and its stop could be confirmed by nobody else.
    private static void seenRunning(Tenant tenant, Practice practice) {
        var running = new Predicate.Container(practice.name(), Predicate.ContainerState.RUNNING, Optional.empty(),
                Optional.empty());
        var worker = tenant.worker(WORKER);
        var claim = Tenant.got(worker.claim(Claim.of(running))).claimId();
        assertThat(Tenant.got(worker.awaitVerdict(claim, World.PATIENCE)).verdict()).contains(Verdict.TRUE);
    }

    /// The worker submits a drill of the container.
    DrillView drill() {
        var sre = tenant.sre();
        var accepted = Tenant.got(tenant.worker(WORKER).submit(Plans.drill(container.name()), Optional.empty()));
        return new DrillView(sre, UUID.fromString(accepted.instructionId()));
    }

    /// The stage's approval, once its card waits for an answer.
    static Approval asked(DrillView drill, Stage stage) {
        return drill.asked(stage, World.PATIENCE)
                .orElseThrow(() -> new AssertionError("stage " + stage + " is not asked for: " + drill.sre()
                        .drill(DrillStage.drillOf(drill.instructionId()).toString())));
    }

    /// Asked, and approved by HTTP.
    Approval approved(DrillView drill, Stage stage) {
        var approval = asked(drill, stage);
        Tenant.got(olga.approve(approval));
        return approval;
    }

    void is(String state) {
        World.eventually(() -> container.state().equals(state));
    }

    static JsonNode ended(DrillView drill, String end) {
        var report = drill.ended(World.PATIENCE).orElseThrow(() -> new AssertionError("the drill did not end: "
                + drill.sre().drill(DrillStage.drillOf(drill.instructionId()).toString())));
        assertThat(report.path("end").asText()).as("report %s", report).isEqualTo(end);
        return report;
    }

    /// The ledger's entries of one kind about one stage of this drill.
    List<JsonNode> entries(DrillView drill, Stage stage, String type) {
        var of = DrillStage.of(drill.instructionId(), new Identifier(WORKER), new Identifier("local"), stage);
        return Tenant.entries(tenant.export(), type, of.stageId().toString());
    }

    @Override
    public void close() {
        container.close();
    }
}
