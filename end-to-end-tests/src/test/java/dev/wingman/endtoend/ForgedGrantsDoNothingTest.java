package dev.wingman.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.wingman.client.Approval;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Decoded;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.demo.DrillView;
import dev.wingman.local.demo.LiveView;

/// Part 4 of the instruction loop's story: the attackers. All are refused, and all stand on the record.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
class ForgedGrantsDoNothingTest {

    private static final long STRANGER = 666;

    private final Intruder intruder = new Intruder(World.playground());

    @Test
    void eventsThatTheApprovalServiceDidNotSignMoveNothing() {
        try (var shop = Shop.open("forged"); var live = new LiveView(shop.tenant().sre())) {
            var drill = shop.drill();
            var approval = Shop.asked(drill, Stage.A);
            var decided = Intruder.event(shop.tenant(), Service.APPROVAL, approval.approvalId(), yes(approval));
            var used = Intruder.event(shop.tenant(), Service.APPROVAL, approval.approvalId(),
                    used(approval, grant(shop, approval, "DEV").sign(intruder.keyOf(Service.EXECUTION))));

            intruder.write(decided);
            intruder.write(intruder.keyOf(Service.NOTIFIER).sign(decided.with("ce_id", newId())));
            intruder.write(intruder.keyOf(Service.EXECUTION).sign(used));

            World.eventually(() -> live.all().stream().filter(ForgedGrantsDoNothingTest::isDeadLetter).count() >= 3);
            World.eventually(() -> Tenant.entries(shop.tenant().export(), "dead-letter", "").size() >= 3);
            assertThat(Tenant.got(shop.tenant().sre().approvals().get(approval.approvalId())).state())
                    .isEqualTo("PENDING");
            nothingStarted(shop, drill, Stage.A);
            Tenant.got(shop.olga().deny(approval, "somebody forges"));
            Shop.ended(drill, "REFUSED");
            nothingStarted(shop, drill, Stage.A);
        }
    }

    @Test
    void aGrantReplayedBeforeAndAfterARestartStartsNothing() {
        try (var shop = Shop.open("replayed")) {
            var drill = shop.drill();
            shop.approved(drill, Stage.A);
            shop.is("exited");
            var next = Shop.asked(drill, Stage.B);
            var genuine = intruder.read(shop.tenant(), "approval-used").getFirst();

            intruder.write(genuine);
            intruder.write(genuine.with("ce_id", newId()));
            intruder.write(intruder.keyOf(Service.APPROVAL).sign(genuine.with("ce_id", newId())));
            shop.tenant().playground().kill("execution-gateway");
            intruder.write(genuine);
            shop.tenant().playground().up();
            intruder.write(intruder.keyOf(Service.APPROVAL).sign(genuine.with("ce_id", newId())));

            World.eventually(() -> Tenant.entries(shop.tenant().export(), "approval-used", next.card().stage()
                    .orElseThrow().drillId().toString()).size() >= 3);
            World.eventually(() -> discarded(shop, drill, Stage.A).equals(List.of("grant/replayed", "grant/replayed")));
            nothingStarted(shop, drill, Stage.B);
            assertThat(shop.container().state()).isEqualTo("exited");
            assertThat(shop.entries(drill, Stage.A, "stage-started")).hasSize(1);
            Tenant.got(shop.olga().approve(next));
            shop.is("absent");
            finished(shop, drill);
        }
    }

    @Test
    void ofTwoGatewaysOneActsAndAGrantReplayedToBothStartsNothing() {
        try (var shop = Shop.open("twins"); var twin = Twin.of(World.playground(), "execution-gateway")) {
            assertThat(twin.process().isAlive()).isTrue();
            var drill = shop.drill();
            shop.approved(drill, Stage.A);
            shop.is("exited");
            Shop.asked(drill, Stage.B);
            var genuine = intruder.read(shop.tenant(), "approval-used").getFirst();
            IntStream.range(0, 5).forEach(_ -> intruder
                    .write(intruder.keyOf(Service.APPROVAL).sign(genuine.with("ce_id", newId()))));

            finished(shop, drill);
            World.eventually(() -> discarded(shop, drill, Stage.A).equals(Collections.nCopies(5, "grant/replayed")));

            for (var stage : List.of(Stage.A, Stage.B, Stage.C, Stage.D)) {
                assertThat(shop.entries(drill, stage, "stage-started")).as("stage %s", stage).hasSize(1);
                assertThat(shop.entries(drill, stage, "stage-finished")).as("stage %s", stage).hasSize(1);
            }
        }
    }

    @Test
    void aGrantThatNoGatewayAskedForStartsNothingEvenUnderTheApprovalServicesOwnSignature() {
        try (var shop = Shop.open("misfit")) {
            var drill = shop.drill();
            var approval = Shop.asked(drill, Stage.A);
            var key = intruder.keyOf(Service.APPROVAL);

            for (var misfit : misfits(shop, drill, approval)) {
                var event = Intruder.event(shop.tenant(), Service.APPROVAL, approval.approvalId(),
                        used(approval, key.sign(misfit)));
                intruder.write(key.sign(event));
            }

            World.eventually(() -> Tenant.entries(shop.tenant().export(), "approval-used", approval.approvalId())
                    .size() == misfits(shop, drill, approval).size());
            World.eventually(() -> discarded(shop, drill, Stage.A).equals(Collections.nCopies(
                    misfits(shop, drill, approval).size(), "grant/not-asked")));
            nothingStarted(shop, drill, Stage.A);
            assertThat(shop.container().state()).isEqualTo("running");
            finished(shop, drill);
        }
    }

    /// What a grant says that was meant for something else.
    private enum Misfit {
        STAGE, ENVIRONMENT, TENANT
    }

    /// The gateway asked and waits; the approval service sleeps, so that the forged grant comes first.
    @ParameterizedTest
    @EnumSource
    void aGrantOfSomethingElseIsRefusedOnTheRecordThoughItsExecutionIsTheRightOne(Misfit misfit) {
        try (var shop = Shop.open("misfit"); var tap = intruder.tap(shop.tenant(), Topic.APPROVALS, Topic.EXECUTIONS)) {
            var drill = shop.drill();
            var approval = Shop.asked(drill, Stage.A);
            var key = intruder.keyOf(Service.APPROVAL);

            try (var asleep = decided(shop, approval, tap)) {
                assertThat(asleep.pid()).isPositive();
                var execution = UUID.fromString(Tenant.json(new String(tap.await("grant-asked").value(), UTF_8))
                        .path("execution_id").asText());
                var fit = grant(shop, approval, "DEV", execution).grant();
                var grant = switch (misfit) {
                    case STAGE -> with(fit, fit.audience(), fit.tenantId(), Optional.of(other(drill, fit)),
                            fit.issuedAt());
                    case ENVIRONMENT -> grant(shop, approval, "PRD", execution).grant();
                    case TENANT -> with(fit, fit.audience(), new Identifier("globex"), fit.stage(), fit.issuedAt());
                };
                intruder.write(key.sign(Intruder.event(shop.tenant(), Service.APPROVAL, approval.approvalId(),
                        used(approval, key.sign(grant), execution))));
                World.eventually(() -> shop.entries(drill, Stage.A, "stage-refused").size() == 1);
            }

            assertThat(shop.entries(drill, Stage.A, "stage-refused").getFirst().path("value").asText())
                    .contains("GRANT_INVALID");
            Shop.ended(drill, "REFUSED");
            World.eventually(() -> discarded(shop, drill, Stage.A).equals(List.of("grant/too-late")));
            nothingStarted(shop, drill, Stage.A);
            assertThat(shop.container().state()).isEqualTo("running");
        }
    }

    /// Approves. The gateway sleeps until the approval service does, which therefore hears nothing of what is asked next.
    private static Frozen decided(Shop shop, Approval approval, Wiretap tap) {
        var playground = shop.tenant().playground();
        try (var gateway = Frozen.at(playground, "execution-gateway")) {
            assertThat(gateway.pid()).isPositive();
            Tenant.got(shop.olga().approve(approval));
            tap.await("approval-decided");
            return Frozen.at(playground, "approval-service");
        }
    }

    /// The rules by which the gateway did not act on grants for this stage.
    private static List<String> discarded(Shop shop, DrillView drill, Stage stage) {
        return shop.entries(drill, stage, "grant-discarded").stream()
                .map(entry -> Tenant.json(entry.path("value").asText()).path("rule").asText()).toList();
    }

    @Test
    void neitherAWorkerNorAStrangerNorAnotherTenantVotes() {
        try (var shop = Shop.open("voters")) {
            var approval = Shop.asked(shop.drill(), Stage.A);
            var card = shop.olga().card(approval.approvalId(), World.PATIENCE).orElseThrow();
            var eve = World.tenant("voters-eve").operator("eve");

            var worker = shop.tenant().worker(Shop.WORKER).approvals().decide(approval.approvalId(), Choice.APPROVE,
                    Optional.empty(), approval.seenDigest());
            var foreign = eve.approvals().decide(approval.approvalId(), Choice.APPROVE, Optional.empty(),
                    approval.seenDigest());
            var blind = shop.olga().client().approvals().decide(approval.approvalId(), Choice.APPROVE,
                    Optional.empty(), "sha256:" + "0".repeat(64));
            shop.olga().played().pressButton(STRANGER, card.path("message_id").asLong(), "Approve");

            assertThat(refusal(worker)).isInstanceOf(Refusal.NotAllowed.class);
            assertThat(refusal(foreign)).isInstanceOf(Refusal.Missing.class);
            assertThat(refusal(blind)).isInstanceOf(Refusal.Rejected.class);
            World.eventually(() -> rules(shop).contains("vote/not-linked"));
            assertThat(rules(shop)).hasSizeGreaterThanOrEqualTo(3);
            assertThat(Tenant.got(shop.tenant().sre().approvals().get(approval.approvalId())))
                    .satisfies(now -> assertThat(now.state()).isEqualTo("PENDING"))
                    .satisfies(now -> assertThat(now.votes()).isEmpty());
            assertThat(shop.container().state()).isEqualTo("running");
        }
    }

    /// Whatever the intruder did, humans are asked, and their yes brings the drill to an end with its target running.
    private static void finished(Shop shop, DrillView drill) {
        World.eventually(() -> {
            Stream.of(Stage.values()).flatMap(stage -> drill.asked(stage, Duration.ZERO).stream())
                    .forEach(shop.olga()::approve);
            return drill.ended(Duration.ZERO).isPresent();
        });
        shop.is("running");
        for (var stage : List.of(Stage.A, Stage.B, Stage.C, Stage.D)) {
            assertThat(shop.entries(drill, stage, "stage-started")).as("stage %s", stage).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<Grant> misfits(Shop shop, DrillView drill, Approval approval) {
        var fit = grant(shop, approval, "DEV").grant();
        var late = Instant.now().minusSeconds(600).getEpochSecond();
        return List.of(fit, grant(shop, approval, "PRD").grant(),
                with(fit, fit.audience(), fit.tenantId(), Optional.of(other(drill, fit)), fit.issuedAt()),
                with(fit, fit.audience(), new Identifier("globex"), fit.stage(), fit.issuedAt()),
                with(fit, "gateway:DEV:elsewhere", fit.tenantId(), fit.stage(), fit.issuedAt()),
                with(fit, fit.audience(), fit.tenantId(), fit.stage(), late));
    }

    private static DrillStage other(DrillView drill, Grant fit) {
        return DrillStage.of(drill.instructionId(), fit.worker(), new Identifier("local"), Stage.C);
    }

    private static Grant with(Grant fit, String audience, Identifier tenant, Optional<DrillStage> stage, long issued) {
        return new Grant(fit.issuer(), audience, fit.worker(), fit.executionId(), issued, issued + 30,
                fit.approvalId(), fit.asked(), tenant, fit.environment(), stage, fit.instructionId(),
                fit.instructionDigest(), fit.targetStateDigest(), fit.command());
    }

    /// A grant of the attacker's making; the execution id is his own, since no gateway has asked yet.
    private record Forged(Grant grant) {
        String sign(SigningKey key) {
            return key.sign(grant);
        }
    }

    /// For an execution of the attacker's own.
    private static Forged grant(Shop shop, Approval approval, String environment) {
        return grant(shop, approval, environment, UUID.randomUUID());
    }

    private static Forged grant(Shop shop, Approval approval, String environment, UUID execution) {
        var card = approval.card();
        var now = Instant.now().getEpochSecond();
        return new Forged(new Grant("approval-service", Grant.forGateway(environment, new Identifier("local")),
                card.worker(), execution, now, now + 30, card.approvalId(), Asked.STAGE,
                new Identifier(shop.tenant().id()), environment, card.stage(), card.instructionId(),
                card.instructionDigest(), card.targetStateDigest(), Optional.empty()));
    }

    private static ApprovalUsed used(Approval approval, String grant) {
        return used(approval, grant, UUID.randomUUID());
    }

    private static ApprovalUsed used(Approval approval, String grant, UUID execution) {
        return new ApprovalUsed(approval.card().approvalId(), Asked.STAGE, approval.card().worker(),
                approval.card().stage(), execution, Grant.forGateway("DEV", new Identifier("local")), grant);
    }

    private static ApprovalDecided yes(Approval approval) {
        return new ApprovalDecided(approval.card().approvalId(), Asked.STAGE, approval.card().worker(),
                approval.card().instructionId(), approval.card().stage(), ApprovalDecided.Decision.GRANTED,
                ApprovalDecided.By.HUMANS, List.of(new Identifier("olga")), Optional.empty());
    }

    private static void nothingStarted(Shop shop, DrillView drill, Stage stage) {
        assertThat(shop.entries(drill, stage, "stage-started")).isEmpty();
    }

    private List<String> rules(Shop shop) {
        return intruder.read(shop.tenant(), "vote-refused").stream().map(ForgedGrantsDoNothingTest::value)
                .map(json -> json.path("rule").asText()).toList();
    }

    private static JsonNode value(WireRecord record) {
        assertThat(Codec.decode(record)).isInstanceOf(Decoded.Known.class);
        return Tenant.json(new String(record.value(), UTF_8));
    }

    private static boolean isDeadLetter(LiveView.Seen seen) {
        return seen.event().type().equals("alert-raised") && seen.event().data().toString().contains("dead-letter");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Refusal refusal(Reply<?> reply) {
        return switch (reply) {
            case Reply.No(var refusal) -> refusal;
            case Reply.Ok(var value, _) -> throw new AssertionError("counted: " + value);
        };
    }
}
