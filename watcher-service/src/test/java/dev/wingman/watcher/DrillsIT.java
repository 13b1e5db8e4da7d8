package dev.wingman.watcher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.GrantDiscarded;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.StageStarted;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.VoteRecorded;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "watcher-service"))
class DrillsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Identifier CODER = new Identifier("coder-1");

    private final SignedEvents events = SignedEvents.ofSomeTenant();
    private final UUID instruction = Ids.first(Instant.now());
    private final DrillStage stageA = DrillStage.of(instruction, CODER, new Identifier("local"), Stage.A);
    private final UUID approval = Ids.derived(stageA.stageId(), "approval");

    @BeforeEach
    void registerTheTenant() {
        register(events.tenant());
    }

    @Test
    void tellsOfAStageFromItsPreparationToItsVerdict() {
        prepare(stageA);
        ask(stageA, Asked.STAGE);
        decide(ApprovalDecided.Decision.GRANTED, new Identifier("olga"));
        var execution = UUID.randomUUID();
        events.publish(Service.EXECUTION, new StageStarted(stageA, approval, execution));
        finish(StageFinished.Outcome.SUCCEEDED);
        judge(Verdict.TRUE);

        eventually(() -> drill().statusCode(200).body("state", equalTo("RUNNING"))
                .body("stages[0].stage", equalTo("A")).body("stages[0].state", equalTo("CONFIRMED"))
                .body("stages[0].approval_id", equalTo(approval.toString()))
                .body("stages[0].approvers", contains("olga")).body("stages[0].prepared_at", notNullValue())
                .body("stages[0].decided_at", notNullValue()).body("stages[0].started_at", notNullValue())
                .body("stages[0].finished_at", notNullValue()).body("stages[0].outcome", equalTo("SUCCEEDED"))
                .body("stages[0].verdict", equalTo("TRUE")));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void tellsTheSameWhateverComesFirst() {
        judge(Verdict.TRUE);
        finish(StageFinished.Outcome.SUCCEEDED);
        decide(ApprovalDecided.Decision.GRANTED, new Identifier("olga"));
        prepare(stageA);

        eventually(() -> drill().statusCode(200).body("stages", hasSize(1)).body("stages[0].verdict", equalTo("TRUE"))
                .body("stages[0].approvers", contains("olga")).body("stages[0].prepared_at", notNullValue()));
    }

    @Test
    void hearsASignedVerdictWhoseIdSomebodyTookForAnUnsignedOne() {
        prepare(stageA);
        finish(StageFinished.Outcome.SUCCEEDED);
        var signed = events.envelope(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.STAGE, stageA.stageId(),
                CODER, Verdict.FALSE, "it still runs", List.of(), false));
        var squatter = new VerdictReached(VerdictReached.Kind.CLAIM, stageA.stageId(), CODER, Verdict.TRUE, "",
                List.of(),
                false);
        SignedEvents.publish(new Envelope<>(signed.id(), signed.tenant(), signed.source(), signed.subject(),
                signed.time(), signed.environment(), signed.traceparent(), squatter));

        SignedEvents.publish(signed);

        eventually(() -> assertThat(alerts()).extracting(AlertRaised::kind).contains("stage-not-true"));
    }

    @Test
    void showsADrillToItsWorkerAndItsTenantsHumansOnly() {
        prepare(stageA);
        eventually(() -> drill().statusCode(200));
        var stranger = SignedEvents.ofSomeTenant().tenant();
        register(stranger);
        var tenant = events.tenant().value();
        var path = "/v1/drills/" + stageA.drillId();
        var list = "/v1/drills?instruction_id=" + instruction;

        as(Tokens.worker(tenant, "coder-1")).get(path).then().statusCode(200);
        as(Tokens.worker(tenant, "coder-1")).get(list).then().statusCode(200).body("items", hasSize(1));
        as(Tokens.worker(tenant, "coder-2")).get(path).then().statusCode(404);
        as(Tokens.worker(tenant, "coder-2")).get(list).then().statusCode(200).body("items", hasSize(0));
        as(Tokens.operator(tenant, "olga")).get(list).then().statusCode(200).body("items.drill_id",
                hasItem(stageA.drillId().toString()));
        as(Tokens.admin(tenant, "ada")).get(path).then().statusCode(403);
        as(Tokens.sre(stranger.value(), "eve")).get(path).then().statusCode(404);
        as(Tokens.sre(stranger.value(), "eve")).get(list).then().statusCode(200).body("items", hasSize(0));
        given().get(path).then().statusCode(401);
        asSre().get("/v1/drills?cursor=" + "eA").then().statusCode(400);
        asSre().get("/v1/drills/none").then().statusCode(404);
    }

    @Test
    void warnsWhenAWorkerWantsAGrantThatItDoesNotGet() {
        events.publish(Service.APPROVAL, new GrantRefused(approval, UUID.randomUUID(), Optional.empty(),
                "grant/used-before", "It was used."));

        eventually(() -> assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("grant-refused");
            assertThat(alert.severity()).isEqualTo(dev.wingman.contracts.Severity.WARNING);
            assertThat(alert.subjectId()).contains(approval);
        }));
    }

    @Test
    void raisesAllAlertsOfADrillUnderOneIncident() {
        prepare(stageA);
        finish(StageFinished.Outcome.OUTCOME_UNKNOWN);
        refuse(StageRefused.Reason.TARGET_DRIFT);
        refuse(StageRefused.Reason.DENIED);
        events.publish(Service.APPROVAL, new GrantRefused(approval, UUID.randomUUID(), Optional.of(stageA),
                "grant/used-before", "It was used."));
        discard("grant/replayed");
        discard("grant/too-late");
        ask(stageA.recover(1), Asked.RECOVER);
        eventually(() -> drill().statusCode(200).body("state", equalTo("RECOVERING")));
        judge(Verdict.UNVERIFIABLE);

        eventually(() -> assertThat(alerts()).extracting(AlertRaised::kind).containsExactlyInAnyOrder(
                "outcome-unknown", "target-drift", "stage-refused", "grant-refused", "recover-asked",
                "stage-not-true", "grant-discarded", "grant-discarded"));
        assertThat(alerts()).extracting(AlertRaised::incident).containsOnly(Ids.derived(stageA.drillId(), "incident"));
        assertThat(alerts()).filteredOn(alert -> alert.severity() == dev.wingman.contracts.Severity.WARNING)
                .extracting(AlertRaised::kind).containsExactlyInAnyOrder("stage-refused", "grant-discarded");
    }

    @Test
    void locksNobodyAndCountsNothingForAStage() {
        prepare(stageA);
        judge(Verdict.FALSE);

        eventually(() -> assertThat(alerts()).extracting(AlertRaised::kind).containsExactly("stage-not-true"));
        asSre().get("/v1/workers/coder-1").then().statusCode(404);
        assertThat(events.all(LocksChanged.class)).isEmpty();
    }

    @Test
    void believesNoStageThatTheGatewayDidNotSign() {
        SignedEvents.publish(events.envelope(Service.EXECUTION, preparation(stageA)), Service.NOTIFIER);
        SignedEvents.publish(events.envelope(Service.NOTIFIER, preparation(stageA)));
        var other = DrillStage.of(Ids.first(Instant.now()), CODER, new Identifier("local"), Stage.A);
        prepare(other);

        eventually(() -> asSre().get("/v1/drills/" + other.drillId()).then().statusCode(200));
        drill().statusCode(404);
    }

    @Test
    void givesTheReportOfADrillThatEnded() {
        prepare(stageA);
        events.publish(Service.EXECUTION, new DrillFinished(stageA.drillId(), instruction, CODER, stageA.site(),
                DrillFinished.End.COMPLETED, List.of(), Optional.of(Duration.ofSeconds(3))));

        eventually(() -> drill().statusCode(200).body("state", equalTo("COMPLETED")).body("report.recovery_time",
                equalTo("PT3S")));
    }

    @Test
    void tellsOfAStrangerWhoPressesAgainAndAgain() {
        for (var press = 0; press < 3; press++) {
            events.publish(Service.APPROVAL, new VoteRefused(Optional.of(approval), Optional.empty(),
                    VoteRecorded.Way.TELEGRAM, Optional.empty(), "vote/not-linked", "Link first."));
        }

        eventually(() -> assertThat(alerts()).extracting(AlertRaised::kind).containsExactly("vote-refused"));
    }

    private void prepare(DrillStage stage) {
        events.publish(Service.EXECUTION, preparation(stage));
    }

    private static StagePrepared preparation(DrillStage stage) {
        return new StagePrepared(stage, new Preview(List.of(), List.of(), List.of(), List.of(), List.of()), "sha256:0",
                "sha256:0", List.of(), Risk.HIGH, List.of());
    }

    private void ask(DrillStage stage, Asked asked) {
        var card = new ApprovalCard(Ids.derived(stage.stageId(), "approval"), asked, CODER, Optional.empty(),
                Optional.of(instruction), Optional.empty(), Optional.of(stage), Optional.empty(), "a drill",
                Optional.empty(), Optional.empty(), List.of(), Risk.HIGH, List.of(), 1, List.of(), Optional.empty());
        events.publish(Service.APPROVAL, new ApprovalRequested(card, card.digest()));
    }

    private void decide(ApprovalDecided.Decision decision, Identifier who) {
        events.publish(Service.APPROVAL, new ApprovalDecided(approval, Asked.STAGE, CODER, Optional.of(instruction),
                Optional.of(stageA), decision, ApprovalDecided.By.HUMANS, List.of(who), Optional.empty()));
    }

    private void finish(StageFinished.Outcome outcome) {
        events.publish(Service.EXECUTION,
                new StageFinished(stageA, UUID.randomUUID(), outcome, "It took a while.", Duration.ZERO));
    }

    private void refuse(StageRefused.Reason reason) {
        events.publish(Service.EXECUTION, new StageRefused(stageA, Optional.of(approval), reason, "No."));
    }

    private void discard(String rule) {
        events.publish(Service.EXECUTION,
                new GrantDiscarded(stageA, approval, UUID.randomUUID(), rule, "The stage has run already."));
    }

    private void judge(Verdict verdict) {
        events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.STAGE, stageA.stageId(), CODER, verdict,
                "container web: it has not exited", List.of(), false));
    }

    private List<AlertRaised> alerts() {
        return events.all(AlertRaised.class).stream().map(dev.wingman.contracts.Envelope::event).toList();
    }

    private ValidatableResponse drill() {
        return asSre().get("/v1/drills/" + stageA.drillId()).then();
    }

    private RequestSpecification asSre() {
        return as(Tokens.sre(events.tenant().value(), "mark"));
    }

    private static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.jwt());
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable check) {
        await().atMost(PATIENCE).untilAsserted(check);
    }

    static void register(Identifier tenant) {
        new SignedEvents(tenant).publish(Service.GATEKEEPER,
                new TenantSet(tenant, Tier.STANDARD, TenantSet.Status.ACTIVE, 1,
                        List.of(new TenantSet.Worker(CODER, new Identifier("ada"))), List.of(), List.of(), List.of(),
                        TenantSet.Policy.ofTier()));
        eventually(
                () -> as(Tokens.sre(tenant.value(), "mark")).get("/v1/whoami").then().statusCode(200));
    }
}
