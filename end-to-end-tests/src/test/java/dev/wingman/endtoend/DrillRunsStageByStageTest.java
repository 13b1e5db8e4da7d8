package dev.wingman.endtoend;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.client.LedgerFiles;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.local.demo.DrillView;
import dev.wingman.local.demo.Plans;

/// Part 1 of the instruction loop's story.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
class DrillRunsStageByStageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void aContainerIsStoppedRemovedRebuiltAndValidatedEachStageOnItsOwnYes() throws IOException {
        try (var shop = Shop.open("drill")) {
            var first = shop.container().id();
            var began = Instant.now();
            var drill = shop.drill();

            assertThat(shop.container().state()).as("nothing happens without a yes").isEqualTo("running");
            pressed(shop, drill, Stage.A);
            shop.is("exited");
            shop.approved(drill, Stage.B);
            shop.is("absent");
            pressed(shop, drill, Stage.C);
            shop.is("running");
            shop.approved(drill, Stage.D);

            var report = Shop.ended(drill, "COMPLETED");
            World.tell("drill of one container, four approvals", Duration.between(began, Instant.now()));
            assertThat(shop.container().id()).as("rebuilt").isNotEqualTo(first);
            World.eventually(() -> page(shop).contains("orders: 42"));
            assertThat(report.path("stages")).hasSize(4).allSatisfy(stage -> {
                assertThat(stage.path("verdict").asText()).isEqualTo("TRUE");
                assertThat(stage.path("approvers")).hasToString("[\"olga\"]");
            });
            assertThat(Duration.parse(report.path("recovery_time").asText())).isPositive();
            World.tell("recovery time", Duration.parse(report.path("recovery_time").asText()));
            provenByASecondWitness(shop, report);
            standsInTheLedger(shop, drill);
        }
    }

    @Test
    void aDecidedCardHasNoButtonsAnyMore() {
        try (var shop = Shop.open("card")) {
            var drill = shop.drill();
            var approval = Shop.asked(drill, Stage.A);
            var card = shop.olga().card(approval.approvalId(), World.PATIENCE).orElseThrow();
            assertThat(card.path("text").asText()).contains(shop.container().name(), "stop", "Risk: high");

            Tenant.got(shop.olga().deny(approval, "not during the sale"));

            World.eventually(() -> shop.olga().played().message(card.path("message_id").asLong())
                    .filter(now -> !now.has("reply_markup") && now.path("text").asText().contains("olga")).isPresent());
            Shop.ended(drill, "REFUSED");
            assertThat(shop.container().state()).isEqualTo("running");
        }
    }

    @Test
    void whatIsNotTheTenantsOwnDoesNotExistForADrill() {
        try (var shop = Shop.open("own")) {
            var stranger = World.tenant("not-own");

            var reply = stranger.worker("coder-1").submit(Plans.drill(shop.container().name()), Optional.empty());

            assertThat(reply).isInstanceOfSatisfying(Reply.No.class,
                    no -> assertThat(no.refusal()).isInstanceOfSatisfying(Refusal.Rejected.class,
                            rejected -> assertThat(rejected.problem().violations())
                                    .anyMatch(violation -> violation.rule().equals("drill/not-yours"))));
            assertThat(shop.container().state()).isEqualTo("running");
        }
    }

    /// Approved with the card's button.
    private static void pressed(Shop shop, DrillView drill, Stage stage) {
        var approval = Shop.asked(drill, stage);
        assertThat(shop.olga().press(approval.approvalId(), World.PATIENCE)).as("card of stage %s", stage).isPresent();
    }

    private static void provenByASecondWitness(Shop shop, JsonNode report) throws IOException {
        for (var stage : report.path("stages")) {
            var verdict = Tenant.json(shop.tenant()
                    .get(Service.AUDITOR, "/v1/verdicts/" + stage.path("stage_id").asText(), "sam", "sre").body());
            assertThat(verdict.path("findings")).isNotEmpty().allSatisfy(finding -> assertThat(
                    finding.path("witnesses").valueStream().map(JsonNode::asText).toList())
                    .as("witnesses of %s that do not hold the socket", verdict)
                    .anyMatch(witness -> !witness.startsWith("gateway")));
        }
    }

    private static void standsInTheLedger(Shop shop, DrillView drill) throws IOException {
        for (var stage : List.of(Stage.A, Stage.B, Stage.C, Stage.D)) {
            World.eventually(() -> shop.entries(drill, stage, "verdict-reached").size() == 1);
            for (var type : List.of("stage-prepared", "grant-asked", "approval-used", "stage-started",
                    "stage-finished")) {
                assertThat(shop.entries(drill, stage, type)).as("%s of stage %s", type, stage).hasSize(1);
            }
        }
        assertThat(LedgerFiles.verify(shop.tenant().export(), Tenant.got(shop.tenant().sre().ledgerKeys()), List.of(),
                List.of())).isInstanceOf(ExportResult.Proven.class);
    }

    private static String page(Shop shop) throws IOException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.container().port() + "/"))
                    .build(), ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
