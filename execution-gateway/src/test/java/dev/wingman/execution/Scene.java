package dev.wingman.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;

/// A tenant with containers, and what the other services would say.
record Scene(SignedEvents events, Identifier worker) {

    static Scene owning(List<String> containers, List<String> projects) {
        var scene = new Scene(SignedEvents.ofSomeTenant(), new Identifier("coder-1"));
        scene.register(1, TenantSet.Status.ACTIVE, containers, projects);
        return scene;
    }

    static Scene owning(String... containers) {
        return owning(List.of(containers), List.of());
    }

    /// The registry gives the tenant nothing any more.
    void disown() {
        register(2, TenantSet.Status.ACTIVE, List.of(), List.of());
    }

    void suspend() {
        register(2, TenantSet.Status.SUSPENDED, List.of(), List.of());
    }

    private void register(int version, TenantSet.Status status, List<String> containers, List<String> projects) {
        var site = new TenantSet.Site(new Identifier("local"), List.of(), List.of(), projects, containers, true);
        events.publish(Service.GATEKEEPER,
                new TenantSet(events.tenant(), Tier.STANDARD, status, version,
                        List.of(new TenantSet.Worker(worker, new Identifier("ada"))), List.of(), List.of(),
                        List.of(site),
                        TenantSet.Policy.ofTier()));
    }

    UUID instruct(String... containers) {
        return instruct(new Action.Drill(Optional.empty(), List.of(containers)), Optional.empty());
    }

    UUID instruct(Action.Drill action, Optional<String> site) {
        var id = Ids.first(Instant.now());
        var words = List.of("words");
        events.publish(Service.GATEKEEPER, new InstructionAccepted(id, worker, "title", site,
                new TenPoints(words, words, words, words, words, words, words, words, words, words), action,
                List.of(), Risk.HIGH, ApprovalNeed.REQUIRED, "sha256:instruction", "sha256:same", "1"));
        return id;
    }

    StagePrepared prepared(UUID instruction, Stage stage) {
        return events.await(StagePrepared.class,
                one -> one.of().instructionId().equals(instruction) && one.of().stage() == stage).event();
    }

    StagePrepared recoverAsked(UUID instruction, int turn) {
        var of = DrillStage.of(instruction, worker, new Identifier("local"), Stage.RECOVER).recover(turn);
        return events.await(StagePrepared.class, one -> one.of().equals(of)).event();
    }

    StageRefused refused(UUID instruction) {
        return events.await(StageRefused.class, one -> one.of().instructionId().equals(instruction)).event();
    }

    DrillFinished ended(UUID instruction) {
        return events.await(DrillFinished.class, one -> one.instructionId().equals(instruction)).event();
    }

    StageFinished finished(StagePrepared stage) {
        return events.await(StageFinished.class, one -> one.of().equals(stage.of())).event();
    }

    void decide(StagePrepared stage, Decision decision) {
        events.publish(Service.APPROVAL, decided(stage, decision));
    }

    ApprovalDecided decided(StagePrepared stage, Decision decision) {
        return new ApprovalDecided(approval(stage), asked(stage), worker,
                Optional.of(stage.of().instructionId()), Optional.of(stage.of()), decision,
                ApprovalDecided.By.HUMANS, List.of(new Identifier("grace")), Optional.empty());
    }

    GrantAsked grantAsked(StagePrepared stage) {
        return events.await(GrantAsked.class, one -> one.of().equals(stage.of())).event();
    }

    GrantAsked approve(StagePrepared stage) {
        decide(stage, Decision.GRANTED);
        return grantAsked(stage);
    }

    /// The whole yes: decided, asked for, redeemed, carried out.
    StageFinished run(StagePrepared stage) {
        redeem(stage, approve(stage), grant -> grant);
        return finished(stage);
    }

    /// A stage that humans wanted, that ran, and that the auditor confirmed.
    void confirmed(UUID instruction, Stage stage) {
        var prepared = prepared(instruction, stage);
        run(prepared);
        judge(prepared, Verdict.TRUE);
    }

    Envelope<ApprovalUsed> redeem(StagePrepared stage, GrantAsked asked, UnaryOperator<Grant> change) {
        return events.publish(Service.APPROVAL, used(stage, asked, change.apply(grant(stage, asked))));
    }

    ApprovalUsed used(StagePrepared stage, GrantAsked asked, Grant grant) {
        return new ApprovalUsed(approval(stage), asked(stage), worker, Optional.of(stage.of()), asked.executionId(),
                grant.audience(), key(Service.APPROVAL).sign(grant));
    }

    Grant grant(StagePrepared stage, GrantAsked asked) {
        var now = Instant.now().getEpochSecond();
        return new Grant("approval-service", Grant.forGateway("DEV", new Identifier("local")), worker,
                asked.executionId(), now, now + Grant.LIFE.toSeconds(), approval(stage), asked(stage),
                events.tenant(), "DEV", Optional.of(stage.of()), Optional.of(stage.of().instructionId()),
                Optional.of(stage.instructionDigest()), Optional.of(asked.targetStateDigest()), Optional.empty());
    }

    void judge(StagePrepared stage, Verdict verdict) {
        events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.STAGE, stage.of().stageId(), worker,
                verdict, "a test says so", List.of(), false));
    }

    void lock() {
        var lock = new Lock(UUID.randomUUID(), Lock.Scope.WORKER, worker, "a test", Instant.now());
        events.publish(Service.WATCHER, new LocksChanged(1, List.of(lock)));
    }

    static SigningKey key(Service service) {
        return SigningKey.read(Parts.keys().signingKey(service.folder()));
    }

    static UUID approval(StagePrepared stage) {
        return Ids.derived(stage.of().stageId(), "approval");
    }

    private static Asked asked(StagePrepared stage) {
        return stage.of().stage() == Stage.RECOVER ? Asked.RECOVER : Asked.STAGE;
    }
}
