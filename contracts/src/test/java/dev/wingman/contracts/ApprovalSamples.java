package dev.wingman.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One event of each type of the instruction loop: drills, approvals, decisions, observations.
public final class ApprovalSamples {

    static final Identifier SITE = new Identifier("local");
    static final DrillStage STAGE = DrillStage.of(Samples.ID, Samples.CODER, SITE, Stage.A);
    static final UUID EXECUTION = UUID.fromString("019ab6b2-1c00-7000-8000-000000000003");
    static final UUID APPROVAL = UUID.fromString("019ab6b2-1c00-7000-8000-000000000004");

    private ApprovalSamples() {}

    static Stream<Event> all() {
        return Stream.concat(executions(), approvals());
    }

    private static Stream<Event> executions() {
        var line = new DrillFinished.Line(Stage.A, STAGE.stageId(), Optional.of(APPROVAL), List.of(Samples.OWNER),
                Optional.of(Samples.NOON), Optional.of(Samples.NOON), Optional.of(Samples.NOON),
                Optional.of(Samples.NOON), Optional.of(StageFinished.Outcome.SUCCEEDED), Optional.of(Verdict.TRUE));
        return Stream.of(
                new StagePrepared(STAGE, preview(), Samples.SHA, Samples.SHA, expects(), Risk.HIGH,
                        List.of("a drill stage is high in DEV")),
                new GrantAsked(STAGE, APPROVAL, EXECUTION, Samples.SHA), new StageStarted(STAGE, APPROVAL, EXECUTION),
                new StageFinished(STAGE, EXECUTION, StageFinished.Outcome.SUCCEEDED, "shop-db is stopped",
                        Duration.ofMillis(420)),
                new StageRefused(STAGE, Optional.of(APPROVAL), StageRefused.Reason.TARGET_DRIFT,
                        "shop-db runs another image than the one approved: ask again"),
                new GrantDiscarded(STAGE, APPROVAL, EXECUTION, "grant/replayed", "The stage has run already."),
                new DrillFinished(STAGE.drillId(), Samples.ID, Samples.CODER, SITE, DrillFinished.End.COMPLETED,
                        List.of(line), Optional.of(Duration.ofSeconds(42))),
                new ContainerObserved(SITE, "shop-db", "running", Optional.of("d".repeat(64)),
                        Optional.of("postgres:18"), Optional.of(Samples.SHA), Optional.of("healthy"),
                        Optional.of("shop"), List.of("127.0.0.1:5432"), Optional.of(0L)));
    }

    private static Stream<Event> approvals() {
        return Stream.of(new ApprovalRequested(card(), card().digest()),
                new VoteRecorded(APPROVAL, Samples.OWNER, VoteRecorded.Choice.DENY, VoteRecorded.Way.TELEGRAM,
                        Optional.of("not today"), card().digest(), true),
                new VoteRefused(Optional.of(APPROVAL), Optional.of(Samples.OWNER), VoteRecorded.Way.HTTP,
                        Optional.of(Samples.OTHER), "vote/already-decided", "already decided by olga"),
                new ApprovalDecided(APPROVAL, Asked.STAGE, Samples.CODER, Optional.of(Samples.ID), Optional.of(STAGE),
                        ApprovalDecided.Decision.DENIED, ApprovalDecided.By.HUMANS, List.of(Samples.OWNER),
                        Optional.of("not today")),
                new ApprovalUsed(APPROVAL, Asked.STAGE, Samples.CODER, Optional.of(STAGE), EXECUTION,
                        "gateway:DEV:local", "eyJ.eyJ.sig"),
                new GrantRefused(APPROVAL, EXECUTION, Optional.of(STAGE), "grant/used-before",
                        "this approval was redeemed by another execution"),
                new ApprovalEscalated(APPROVAL, Asked.RECOVER, Samples.CODER, 2),
                new OperatorLinked(Samples.OWNER, 4711L),
                new DecisionSubmitted(4711L, -100123L, new DecisionSubmitted.Vote(APPROVAL, VoteRecorded.Choice.APPROVE,
                        card().digest(), Optional.of("looks right"),
                        Optional.of(DecisionSubmitted.proof(Samples.ID, "123456")))));
    }

    static ApprovalCard card() {
        return new ApprovalCard(APPROVAL, Asked.STAGE, Samples.CODER, Optional.of(Samples.OWNER),
                Optional.of(Samples.ID), Optional.of(Samples.SHA), Optional.of(STAGE),
                Optional.of(new Action.Command(List.of("make", "deploy"), "/srv/app", Optional.empty())),
                "Drill of the shop's database", Optional.of(preview()), Optional.of(Samples.SHA), expects(), Risk.HIGH,
                List.of("a drill stage is high in DEV"), 1, List.of(Samples.OWNER), Optional.of(Samples.NOON));
    }

    private static Preview preview() {
        return new Preview(List.of(new Preview.Target("shop-db", "postgres:18", "running")), List.of("shop-data"),
                List.of("shop_default"), List.of("shop-web"), List.of("what was not written to a volume is lost"));
    }

    private static List<Predicate> expects() {
        return List.of(new Predicate.Container("shop-db", Predicate.ContainerState.EXITED, Optional.empty(),
                Optional.empty()));
    }
}
