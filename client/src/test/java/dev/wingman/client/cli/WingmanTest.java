package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WingmanTest {
    private static final String REJECTION = """
            {"title":"Instruction rejected","status":422,"detail":"two faults","violations":[
             {"rule":"ten-points/mitigation-missing","pointer":"/mitigation","message":"Say how harm is undone."},
             {"rule":"secret/aws-access-key","pointer":"/deliverables/0","message":"An AWS access key stands here."}]}""";

    /// Joined here, so that no scanner takes it for one.
    private static final String TOKEN = "ghp_" + "R8kq2LmZ7xVb4NtY9cWf" + "3HsJ6dPg1EuA0oTi";

    private static final String KEY = "IBAAKCAQEAx7Rk2LmZ7xVb4NtY9cWf3HsJ6dPg1EuA0oTiQ5wXy8BzKjCvMn";

    @TempDir
    Path folder = Path.of("");
    private FakeService service = new FakeService();

    WingmanTest() throws IOException {}

    @BeforeEach
    void writeAnInstruction() throws IOException {
        Files.writeString(folder.resolve("plan.md"), "# Plan");
        Files.writeString(folder.resolve("plan.json"), "{}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tellsThatAnInstructionIsAccepted() {
        service.answers(202, """
                {"instruction_id":"i-1","status":"ACCEPTED","digest":"sha256:ab","risk":"low","approval":"AUTO",
                 "criteria":{"total":3,"verifiable":2}}""");

        var terminal = Terminal.runs(service.address(), "submit", file("plan.md"), "--idempotency-key", "k-1");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("accepted", "i-1", "risk low", "2 of 3 criteria verifiable");
        var call = service.calls().getFirst();
        assertThat(call.line()).isEqualTo("POST /v1/instructions");
        assertThat(call.headers()).containsEntry("Content-Type", "text/markdown")
                .containsEntry("Idempotency-Key", "k-1")
                .containsEntry("Authorization", "Bearer a.b.c");
    }

    @Test
    void showsEachViolationOfARejectionOnItsLine() {
        service.answers(422, REJECTION);

        var terminal = Terminal.runs(service.address(), "submit", file("plan.json"));

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err().lines()).contains("Instruction rejected: two faults",
                "  ten-points/mitigation-missing  /mitigation  Say how harm is undone.",
                "  secret/aws-access-key  /deliverables/0  An AWS access key stands here.");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void printsARejectionAsJsonForPrograms() {
        service.answers(422, REJECTION);

        var terminal = Terminal.runs(service.address(), "submit", file("plan.json"), "--json");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).startsWith("{\"title\":\"Instruction rejected\"").hasLineCount(1);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void saysOneWhenACheckFindsFaults() {
        service.answers(200,
                """
                {"accepted":false,"violations":[{"rule":"forbidden/force-flag","pointer":"1:2","message":"Leave it out."}]}""");

        var terminal = Terminal.runs(service.address(), "check", file("plan.md"));

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).contains("would be rejected", "forbidden/force-flag  1:2  Leave it out.");
    }

    @Test
    void showsTheLinesOfTheFileThatNoProbeCanCheck() throws IOException {
        Files.writeString(folder.resolve("plan.md"),
                "# Plan\u2028## Success criteria\r\n- The customer\u001b[2J smiles\r"
                        + "- Port 80 is open\n- " + "x".repeat(200));
        service.answers(200, """
                {"accepted":true,"risk":"low","approval":"NONE","criteria":{"total":3,"verifiable":1,
                 "unverifiable":["3:3","5:3","99:1","0:0"],"advice":"Write it so."}}""");

        var terminal = Terminal.runs(service.address(), "check", file("plan.md"));

        assertThat(terminal.out().lines()).startsWith("would be accepted  risk low, approval NONE, "
                + "1 of 3 criteria verifiable", "  no probe can check", "    3:3  - The customer [2J smiles",
                "    5:3  - " + "x".repeat(98) + "…").endsWith("  Write it so.");
    }

    @Test
    void showsTheLinesThatTheRiskComesFrom() throws IOException {
        Files.writeString(folder.resolve("plan.md"), "# Plan\n## Mitigation\n- Delete the export\nAction: none");
        service.answers(200, """
                {"accepted":false,"risk":"high","violations":[],"risk_reasons":[
                 {"pointer":"4:1","risk":"high","because":"it is a drill"},
                 {"pointer":"3:3","risk":"high","because":"it names a loss"}]}""");

        assertThat(Terminal.runs(service.address(), "check", file("plan.md")).out().lines()).containsExactly(
                "would be rejected", "  its risk is high because", "    4:1  it is a drill  Action: none",
                "    3:3  it names a loss  - Delete the export");
    }

    @Test
    void showsTheRiskThatComesFromNoLineWithoutOne() {
        service.answers(202, """
                {"instruction_id":"i-1","risk":"critical","criteria":{},"risk_reasons":[
                 {"pointer":"","risk":"critical","because":"a rule of the tenant's raises it"}]}""");

        assertThat(Terminal.runs(service.address(), "submit", file("plan.json")).out().lines())
                .contains("  its risk is critical because", "    a rule of the tenant's raises it");
    }

    @Test
    void showsTheValuesOfTheJsonThatNoProbeCanCheckAndPassesTheAnswerOnToPrograms() throws IOException {
        Files.writeString(folder.resolve("plan.json"),
                "{\"success_criteria\":[\"a\",{\"text\":\"It is fine\"},\"c\"]}");
        service.answers(202, """
                {"instruction_id":"i-1","criteria":{"total":3,"verifiable":1,
                 "unverifiable":["/success_criteria/1","/success_criteria/2","/gone"],"advice":"Write it so."}}""");

        assertThat(Terminal.runs(service.address(), "submit", file("plan.json")).out().lines()).contains(
                "    /success_criteria/1  {\"text\":\"It is fine\"}", "    /success_criteria/2  c", "    /gone");
        assertThat(Terminal.runs(service.address(), "submit", file("plan.json"), "--json").out()).hasLineCount(1)
                .contains("\"unverifiable\":[\"/success_criteria/1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Set password: Zq8Lk3Vn7Tr2", "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEow" + KEY,
            "- The token is\n  " + TOKEN})
    void quotesNoLineThatASecretStandsIn(String text) throws IOException {
        Files.writeString(folder.resolve("plan.md"),
                "# Plan\n" + text + "\n-----END RSA PRIVATE KEY-----\n- Delete it");
        var last = 1 + text.lines().count();
        service.answers(200, """
                {"accepted":false,"risk":"high","violations":[],"criteria":{"total":1,"unverifiable":["%1$d:1"]},
                 "risk_reasons":[{"pointer":"%1$d:1","risk":"high","because":"it deletes"},
                 {"pointer":"%2$d:3","risk":"high","because":"it deletes"}]}""".formatted(last, last + 2));

        assertThat(Terminal.runs(service.address(), "check", file("plan.md")).out().lines()).contains(
                "    " + last + ":1  it deletes  (a secret stands there)",
                "    " + last + ":1  (a secret stands there)",
                "    " + (last + 2) + ":3  it deletes  - Delete it");
    }

    @Test
    void quotesNoValueThatASecretStandsIn() throws IOException {
        Files.writeString(folder.resolve("plan.json"), """
                {"success_criteria":["Sign in with %s","It is fine",{"text":"password: Zq8Lk3Vn7Tr2"}]}"""
                .formatted(TOKEN));
        service.answers(202, """
                {"instruction_id":"i-1","criteria":{"total":3,"unverifiable":["/success_criteria/0",
                 "/success_criteria/1","/success_criteria/2"],"advice":"Write it so."}}""");

        assertThat(Terminal.runs(service.address(), "submit", file("plan.json")).out().lines()).contains(
                "    /success_criteria/0  (a secret stands there)", "    /success_criteria/1  It is fine",
                "    /success_criteria/2  (a secret stands there)");
    }

    @ParameterizedTest
    @CsvSource({"plan.md, 2:9, 2:1", "plan.json, /boundaries, /boundaries/0",
            "plan.json, /boundaries/0/a, /boundaries/0"})
    void quotesNothingWhereTheAnswerNamesASecret(String name, String refused, String place) throws IOException {
        Files.writeString(folder.resolve("plan.md"), "# Plan\nDelete the pear");
        Files.writeString(folder.resolve("plan.json"), "{\"boundaries\":[\"Delete the pear\"]}");
        service.answers(200, """
                {"accepted":false,"violations":[{"rule":"secret/of-tomorrow","pointer":"%s","message":"Revoke it."}],
                 "risk":"high","risk_reasons":[{"pointer":"%s","risk":"high","because":"it deletes"}]}"""
                .formatted(refused, place));

        assertThat(Terminal.runs(service.address(), "check", file(name)).out()).doesNotContain("pear")
                .contains(place + "  it deletes  (a secret stands there)");
    }

    @Test
    void tellsALockedWorkerWhySinceWhenAndWhatNow() {
        service.answers(423,
                """
                {"title":"Locked","status":423,"reason":"FALSE claim","since":"2026-11-22T08:00:00Z","incident":"inc-1"}""");

        var terminal = Terminal.runs(service.address(), "submit", file("plan.md"));

        assertThat(terminal.exitCode()).isEqualTo(3);
        assertThat(terminal.err()).contains("Locked: FALSE claim", "2026-11-22T08:00:00Z", "inc-1",
                "Claims are still heard");
    }

    @Test
    void saysThreeForAMissingRoleAndForAWrongToken() {
        service.answers(403, "{\"title\":\"Forbidden\"}").answers(401, "");

        assertThat(Terminal.runs(service.address(), "locked").exitCode()).isEqualTo(3);
        assertThat(Terminal.runs(service.address(), "locked")).satisfies(terminal -> {
            assertThat(terminal.exitCode()).isEqualTo(3);
            assertThat(terminal.err()).contains("Not signed in", "token");
        });
    }

    @Test
    void guessesAtTheRoleOnlyWhereTheServiceSaysNothingBetter() {
        service.answers(403, "{\"title\":\"Not allowed\",\"detail\":\"The tenant is suspended.\"}").answers(403, "");

        assertThat(Terminal.runs(service.address(), "locked").err().strip())
                .isEqualTo("Not allowed: The tenant is suspended.");
        assertThat(Terminal.runs(service.address(), "locked").err()).contains("this token's role may not do that");
    }

    @Test
    void saysFourAndWhenToComeBackWhenAServiceIsUnavailable() {
        service.answers(503, "{\"title\":\"Unavailable\",\"detail\":\"the broker is away\"}");

        var terminal = Terminal.runs(service.address(), "locked");

        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.err().strip()).isEqualTo("Unavailable: the broker is away (try again in 7 s)");
    }

    @Test
    void saysHowToStartAWingmanWhereNoneAnswers() {
        service.close();

        var terminal = Terminal.runs(service.address(), "locked");

        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.err()).contains("no Wingman at " + service.address() + ": start one with ./wingman up");
    }

    @Test
    void doesNotTakeAnEdgesOwnErrorPageForAnAnswer() {
        service.answers(502, "text/html", "<html>bad gateway</html>");

        var terminal = Terminal.runs(service.address(), "workers");

        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.err()).contains("HTTP 502");
    }

    @Test
    void namesAnUnknownOptionInOneLine() {
        var terminal = Terminal.runs(service.address(), "check", file("plan.md"), "--colour");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).hasLineCount(1).contains("Unknown option: '--colour'", "wingman check --help");
    }

    @Test
    void proposesTheCommandThatWasMeant() {
        var terminal = Terminal.run(false, "chek");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).hasLineCount(1).contains("did you mean check?");
    }

    @Test
    void asksWhoIsCallingWhenNobodySaysSo() {
        var terminal = Terminal.run(false, "locked", "--url", service.address().toString());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("WINGMAN_TOKEN");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        var terminal = Terminal.runs(service.address(), "check", file("missing.md"));

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).hasLineCount(1).contains("missing.md cannot be read");
    }

    @Test
    void groupsCommandsAndDocumentsExitCodesInItsHelp() {
        var terminal = Terminal.run(false, "--help");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("For workers:", "For those who watch:",
                "Exit codes: 0 yes; 1 the answer is no");
    }

    @ParameterizedTest
    @CsvSource({"help, --help", "help check, check --help", "help tenant apply, tenant apply --help",
            "help --help, --help", "help chek, chek --help"})
    void answersHelpOfACommandLikeItsOption(String help, String option) {
        assertThat(Terminal.run(false, help.split(" "))).isEqualTo(Terminal.run(false, option.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"help nosuch", "nosuch --help", "help nosuch --help"})
    void hasNoHelpOfACommandThatThereIsNot(String line) {
        var terminal = Terminal.run(false, line.split(" "));

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).hasLineCount(1).startsWith("wingman: no such command or argument: nosuch")
                .doesNotContain("nosuch --help");
    }

    @Test
    void tellsACommandsOptions() {
        var terminal = Terminal.run(false, "help", "check");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("Usage: wingman check", "--tenant");
    }

    @Test
    void paintsOnlyWhereColoursAreWanted() {
        service.answers(200, "{\"accepted\":true}");
        var arguments = new String[]{"check", file("plan.md"), "--url", service.address().toString(), "--token", "t"};

        assertThat(Terminal.run(true, arguments).out()).contains("\u001b[32m");
        assertThat(Terminal.run(false, arguments).out()).doesNotContain("\u001b");
    }

    @Test
    void letsNoAnswerSteerTheTerminal() {
        service.answers(200, """
                {"items":[{"since":"s","scope":"worker","name":"w","reason":"\\u001b[2J\\u009bgone"}]}""");

        assertThat(Terminal.runs(service.address(), "locked").out()).contains("gone").doesNotContain("\u001b",
                "\u009b");
    }

    @Test
    void keepsTheFileAtItsPlaceUntilAnExportIsComplete() throws IOException {
        service.answers(200, "application/jsonl", "line 1\nline 2\n").answers(403, "{}");
        var out = folder.resolve("claims_audit.jsonl");

        assertThat(Terminal.runs(service.address(), "ledger", "export", "--out", out.toString()).exitCode()).isZero();
        assertThat(Terminal.runs(service.address(), "ledger", "export", "--out", out.toString()).exitCode())
                .isEqualTo(3);

        assertThat(out).hasContent("line 1\nline 2\n");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void saysWhereAnExportCannotBeWritten() {
        service.answers(200, "application/jsonl", "line\n");

        var terminal = Terminal.runs(service.address(), "ledger", "export", "--out", file("no/such/folder"));

        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.err()).hasLineCount(1).contains("cannot write to");
    }

    @Test
    void listsNothingInWords() {
        service.answers(200, "{\"items\":[]}");

        assertThat(Terminal.runs(service.address(), "locked").out().strip()).isEqualTo("nobody is locked");
        assertThat(Terminal.runs(service.address(), "alerts").out().strip()).isEqualTo("no alerts");
    }

    @Test
    void narrowsTheListOfVerdicts() {
        service.answers(200,
                "{\"items\":[{\"claim_id\":\"c-1\",\"worker\":\"coder-1\",\"verdict\":\"FALSE\",\"cause\":\"nothing there\"}]}");

        var terminal = Terminal.runs(service.address(), "verdicts", "--worker", "coder-1", "--since",
                "2026-11-22T08:00:00Z");

        assertThat(service.calls().getFirst().line())
                .isEqualTo("GET /v1/claims?worker=coder-1&since=2026-11-22T08%3A00%3A00Z");
        assertThat(terminal.out()).contains("FALSE  coder-1  c-1  nothing there");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

}
