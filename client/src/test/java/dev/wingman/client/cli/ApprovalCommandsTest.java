package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;

class ApprovalCommandsTest {
    private static final UUID FIRST = UUID.fromString("1dcb9814-cf21-53b6-b73c-2bcaa490446d");
    private static final UUID SECOND = UUID.fromString("1dcb9814-1111-53b6-b73c-2bcaa490aaaa");
    private static final Identifier CODER = new Identifier("coder-1");

    private final FakeService service = new FakeService();

    ApprovalCommandsTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void listsWhatWaitsForADecision() {
        service.answers(200, list(FIRST));

        var terminal = Terminal.runs(service.address(), "approvals");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains(FIRST.toString(), "PENDING", "stage A", "high", "coder-1",
                "Drill of the shop");
        assertThat(service.calls().getFirst().line()).isEqualTo("GET /v1/approvals?state=PENDING");
    }

    @Test
    void showsTheWholeCardAndVotesOnItsDigest() {
        service.answers(200, approval(FIRST, "PENDING")).answers(200, approval(FIRST, "GRANTED"));

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString(), "--yes");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("stage A (stop)", "risk high", "Drill of the shop", "coder-1", "local",
                "shop-db  busybox  running", "shop-data", "shop_default", "shop-web",
                "what was not written to a volume is lost", "container, shop-db, state exited",
                "a drill stage is high", "by policy rule   no-friday", "1 human out of olga", "2026-11-22T12:30:00Z",
                "your yes counts", "GRANTED");
        assertThat(service.calls()).hasSize(2).last().satisfies(call -> {
            assertThat(call.line()).isEqualTo("POST /v1/approvals/" + FIRST + "/decisions");
            assertThat(call.body()).contains("\"decision\":\"APPROVE\"",
                    "\"seen_digest\":\"" + card(FIRST).digest() + "\"");
        });
    }

    @Test
    void saysThatNobodyCouldBeAsked() {
        var asked = json(FIRST, "PENDING");
        asked.withArray("/card/deciders").removeAll();
        service.answers(200, asked.toString());

        assertThat(approveAnswering("no").out()).contains("1 human; the registry listed no operator");
    }

    @Test
    void listsDrillsWithTheirRecoveryTime() {
        service.answers(200, """
                {"items": [
                  {"drill_id": "one", "state": "RUNNING", "worker": "coder-1", "site": "local"},
                  {"drill_id": "two", "state": "COMPLETED", "report": {"recovery_time": "PT46.406S"}}]}""");

        assertThat(Terminal.runs(service.address(), "drills").out()).contains("one  RUNNING  coder-1  local",
                "two  COMPLETED  recovery time 46.4 s");
    }

    @Test
    void asksTheHumanAndSendsNothingWithoutAYes() {
        service.answers(200, approval(FIRST, "PENDING"));

        assertThat(approveAnswering("no").exitCode()).isEqualTo(1);
        assertThat(approveAnswering("").err()).contains("nothing was sent");
        assertThat(service.calls()).allSatisfy(call -> assertThat(call.line()).startsWith("GET"));
    }

    @Test
    void takesATypedYes() {
        service.answers(200, approval(FIRST, "PENDING")).answers(200, approval(FIRST, "GRANTED"));

        assertThat(approveAnswering("yes").exitCode()).isZero();
        assertThat(service.calls()).hasSize(2);
    }

    @Test
    void approvesNothingWhereNobodyIsThereToAsk() {
        service.answers(200, approval(FIRST, "PENDING"));

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("--yes");
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void votesOnWhatItShowedEvenIfTheServiceNamesAnotherDigest() throws IOException {
        var forged = (ObjectNode) Json.tolerant().readTree(approval(FIRST, "PENDING"));
        service.answers(200, forged.put("card_digest", "sha256:of-something-else").toString())
                .answers(409, "{\"title\":\"Not what was seen\",\"status\":409,\"detail\":\"seen_digest differs\"}");

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString(), "--yes");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(service.calls().getLast().body()).contains(card(FIRST).digest()).doesNotContain("something-else");
    }

    @Test
    void doesNotLetACardSteerTheTerminal() throws IOException {
        var nasty = (ObjectNode) Json.tolerant().readTree(approval(FIRST, "PENDING"));
        ((ObjectNode) nasty.path("card")).put("title", "harmless\u001b[2J\u202e");
        service.answers(200, nasty.toString());

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString());

        assertThat(terminal.out()).contains("harmless").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void findsAnApprovalByItsBeginningOrEnd() {
        service.answers(200, list(FIRST, SECOND)).answers(200, approval(SECOND, "PENDING"))
                .answers(200, approval(SECOND, "DENIED"));

        var terminal = Terminal.runs(service.address(), "deny", "490aaaa", "--reason", "not today");

        assertThat(terminal.exitCode()).isZero();
        assertThat(service.calls().getLast().line()).isEqualTo("POST /v1/approvals/" + SECOND + "/decisions");
        assertThat(service.calls().getLast().body()).contains("\"decision\":\"DENY\"", "\"reason\":\"not today\"");
    }

    @Test
    void decidesNothingWhenAnIdCouldMeanTwo() {
        service.answers(200, list(FIRST, SECOND));

        var terminal = Terminal.runs(service.address(), "approve", "1dcb9814", "--yes");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err()).contains("Ambiguous", FIRST.toString(), SECOND.toString());
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void saysHowAndByWhomAShortIdWasDecidedBefore() {
        service.answers(200, "{\"items\": []}").answers(200, list(FIRST)).answers(200, denied(FIRST));

        var terminal = Terminal.runs(service.address(), "approve", "1dcb9814", "--yes");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err().strip()).isEqualTo(
                "Already decided: " + FIRST + " is DENIED, decided by olga: the sale has begun");
        assertThat(service.calls()).allSatisfy(call -> assertThat(call.line()).startsWith("GET"));
    }

    @Test
    void saysThatAnUndecidedCommandCannotBeUsedYet() {
        service.answers(200, "{\"items\": []}").answers(200, list(FIRST)).answers(200, approval(FIRST, "PENDING"));

        assertThat(Terminal.runs(service.address(), "use", "1dcb9814").err())
                .contains("Not decided yet: " + FIRST + " is PENDING");
    }

    @Test
    void saysThatAShortIdMeansNothing() {
        service.answers(200, "{\"items\": []}").answers(200, list(FIRST));

        var terminal = Terminal.runs(service.address(), "approve", "ffffffff", "--yes");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err()).contains("Not found: There is no such thing in this tenant.");
    }

    @Test
    void findsADrillByItsBeginningAndNamesWhoDeniedItAndWhy() {
        service.answers(200, "{\"items\": [{\"drill_id\": \"" + SECOND + "\"}]}").answers(200, """
                {"drill_id": "%s", "state": "RECOVERED", "stages": [
                  {"stage": "A", "state": "CONFIRMED", "verdict": "TRUE", "approvers": ["olga"]},
                  {"stage": "B", "state": "REFUSED", "reason": "DENIED", "detail": "Humans said no.",
                   "approval_id": "%s"}]}""".formatted(SECOND, FIRST)).answers(200, denied(FIRST));

        var terminal = Terminal.runs(service.address(), "drills", "1dcb9814");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines()).contains(
                "  B  REFUSED  Humans said no.  DENIED, decided by olga: the sale has begun");
        assertThat(service.calls()).extracting(FakeService.Call::line).containsExactly("GET /v1/drills?limit=500",
                "GET /v1/drills/" + SECOND, "GET /v1/approvals/" + FIRST);
    }

    @Test
    void denyingWantsAReason() {
        assertThat(Terminal.runs(service.address(), "deny", FIRST.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatItWasDecidedBefore() {
        service.answers(200, approval(FIRST, "DENIED")).answers(409, """
                {"title":"Already decided","status":409,"detail":"DENIED by ben","state":"DENIED"}""");

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString(), "--yes");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err()).contains("Already decided: DENIED by ben");
    }

    @Test
    void printsTheAnswerAloneForPrograms() {
        service.answers(200, approval(FIRST, "PENDING")).answers(200, approval(FIRST, "GRANTED"));

        var terminal = Terminal.runs(service.address(), "approve", FIRST.toString(), "--yes", "--json");

        assertThat(terminal.out()).startsWith("{\"approval_id\"").hasLineCount(1);
        assertThat(terminal.err()).contains("stage A (stop)");
    }

    @Test
    void printsTheGrantOfAUsedCommandAlone() {
        service.answers(200, approval(FIRST, "GRANTED")).answers(200, "{\"grant\":\"e.y.J\"}");

        var terminal = Terminal.runs(service.address(), "use", FIRST.toString(), "--idempotency-key", "k-1");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).isEqualTo("e.y.J\n");
        assertThat(service.calls().getLast().headers()).containsEntry("Idempotency-Key", "k-1");
    }

    @Test
    void saysNoToASecondUse() {
        service.answers(200, approval(FIRST, "USED"))
                .answers(409, "{\"title\":\"Used before\",\"status\":409,\"detail\":\"a grant is redeemed once\"}");

        assertThat(Terminal.runs(service.address(), "use", FIRST.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void opensARelease() {
        service.answers(202, "{\"approval_id\":\"" + FIRST + "\"}");

        var terminal = Terminal.runs(service.address(), "release", "coder-1", "--reason", "it was our clock");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("wingman approve " + FIRST);
        assertThat(service.calls().getFirst().body()).contains("\"worker\":\"coder-1\"");
    }

    @Test
    void tellsTheCodeThatLinksAnOperator() {
        service.answers(200, "{\"code\":\"7KQ2-M4TD\"}");

        assertThat(Terminal.runs(service.address(), "operators", "link").out()).contains("/link 7KQ2-M4TD");
    }

    private Terminal approveAnswering(String answer) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new Approve(_ -> Optional.of(answer))).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(FIRST.toString(), "--url", service.address().toString(), "--token", "a.b.c");
        return new Terminal(code, out.toString(), err.toString());
    }

    private static String list(UUID... ids) {
        var items = Json.tolerant().createArrayNode();
        for (var id : ids) {
            items.add(json(id, "PENDING"));
        }
        return Json.tolerant().createObjectNode().set("items", items).toString();
    }

    private static String approval(UUID id, String state) {
        return json(id, state).toString();
    }

    private static String denied(UUID id) {
        return json(id, "DENIED").put("decided_by", "olga").put("reason", "the sale has begun").toString();
    }

    private static ObjectNode json(UUID id, String state) {
        var card = card(id);
        var json = Json.tolerant().createObjectNode().put("approval_id", id.toString()).put("asked", "stage")
                .put("state", state);
        json.set("card", Json.tree(card));
        json.putArray("votes");
        return json.put("card_digest", card.digest());
    }

    private static ApprovalCard card(UUID id) {
        var instruction = UUID.fromString("019ab6b2-1c00-7000-8000-000000000001");
        var stage = DrillStage.of(instruction, CODER, new Identifier("local"), Stage.A);
        var preview = new Preview(List.of(new Preview.Target("shop-db", "busybox", "running")), List.of("shop-data"),
                List.of("shop_default"), List.of("shop-web"), List.of("what was not written to a volume is lost"));
        return new ApprovalCard(id, Asked.STAGE, CODER, Optional.empty(), Optional.of(instruction),
                Optional.of("sha256:ab"), Optional.of(stage), Optional.empty(), "Drill of the shop",
                Optional.of(preview), Optional.of("sha256:cd"),
                List.of(new Predicate.Container("shop-db", Predicate.ContainerState.EXITED, Optional.empty(),
                        Optional.empty())),
                Risk.HIGH, List.of("a drill stage is high"), 1, List.of(new Identifier("olga")),
                Optional.of(Instant.parse("2026-11-22T12:30:00Z")), List.of("no-friday"));
    }
}
