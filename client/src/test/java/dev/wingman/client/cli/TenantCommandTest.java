package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandTest {
    private static final String HELD = """
            {"tenant_id":"acme","tier":"standard","status":"active","version":7,
             "workers":[{"worker":"coder-1","owner":"olga"}],"policy":{"min_verifiable":1},
             "set_by":{"tenant_id":"wingman","subject":"root"}}""";
    private static final String WANTED = """
            {"tenant_id": "acme", "tier": "standard", "status": "active",
             "workers": [{"worker": "coder-1", "owner": "otto"}, {"worker": "coder-2", "owner": "olga"}], "policy": {}}""";

    @TempDir
    Path folder = Path.of("");
    private final FakeService service = new FakeService();

    TenantCommandTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsAnEntryInTheFormThatApplyTakes() {
        service.answers(200, HELD);

        var terminal = Terminal.runs(service.address(), "tenant", "show", "acme");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("\"version\" : 7", "\"subject\" : \"root\"");
        assertThat(service.calls().getFirst().line()).isEqualTo("GET /v1/tenants/acme");
    }

    @Test
    void letsNoNameSteerTheTerminal() {
        service.answers(200, "{\"tenant_id\":\"acme\",\"sites\":[{\"roots\":[\"/a\u202e\u009b2J\"]}]}");

        var terminal = Terminal.runs(service.address(), "tenant", "show", "acme");

        assertThat(terminal.out()).contains("/a\\u202E\\u009B2J");
    }

    @Test
    void appliesAFileToTheVersionThatItSawAndTellsWhatChanges() throws IOException {
        service.answers(200, HELD).answers(200, HELD.replace("\"version\":7", "\"version\":8"));

        var terminal = Terminal.runs(service.address(), "tenant", "apply", file(WANTED));

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines()).containsExactly("- /policy/min_verifiable  1",
                "~ /workers/0/owner  \"olga\" -> \"otto\"",
                "+ /workers/1  {\"worker\":\"coder-2\",\"owner\":\"olga\"}", "the version is 8");
        var put = service.calls().getLast();
        assertThat(put.line()).isEqualTo("PUT /v1/tenants/acme");
        assertThat(put.headers()).containsEntry("If-Match", "\"7\"").doesNotContainKey("If-None-Match");
        assertThat(put.body()).doesNotContain("version", "set_by");
    }

    @Test
    void takesNothingBackThatChangedSinceTheFileWasShown() throws IOException {
        var older = WANTED.replaceFirst("\\{", "{\"version\":6,");
        service.answers(200, HELD).answers(200, HELD).answers(200, HELD);

        var refused = Terminal.runs(service.address(), "tenant", "apply", file(older));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the file is of version 6, the entry of 7", "--over-newer");
        assertThat(service.calls()).allMatch(call -> call.line().startsWith("GET"));

        assertThat(Terminal.runs(service.address(), "tenant", "apply", "--over-newer", file(older)).exitCode())
                .isZero();
    }

    @Test
    void createsATenantOnlyWhereThereIsNone() throws IOException {
        service.answers(404, "{\"title\":\"Not found\",\"status\":404}").answers(201, HELD);

        var terminal = Terminal.runs(service.address(), "tenant", "apply", file(WANTED));

        assertThat(terminal.exitCode()).isZero();
        assertThat(service.calls().getLast().headers()).containsEntry("If-None-Match", "*")
                .doesNotContainKey("If-Match");
    }

    @Test
    void changesNothingInADryRunNorWhereNothingDiffers() throws IOException {
        service.answers(200, HELD);

        var dry = Terminal.runs(service.address(), "tenant", "apply", "--dry-run", file(WANTED));
        var same = Terminal.runs(service.address(), "tenant", "apply", file(HELD));

        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).contains("~ /workers/0/owner", "nothing is changed");
        assertThat(same.out().lines()).containsExactly("the version is 7");
        assertThat(service.calls()).allMatch(call -> call.line().startsWith("GET"));
    }

    @Test
    void tellsWhereARuleIsRefused() throws IOException {
        service.answers(200, HELD).answers(422, """
                {"title":"Not acceptable as it is","status":422,"detail":"1 violation. Mend each and send it again.","violations":[
                 {"rule":"policy/rule-does-not-compile","pointer":"/policy/rules/0/cel",
                  "message":"1:1: undeclared reference to 'titel'"}]}""");

        var terminal = Terminal.runs(service.address(), "tenant", "apply", file(WANTED));

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err())
                .contains("policy/rule-does-not-compile  /policy/rules/0/cel  1:1: undeclared reference to 'titel'")
                .containsOnlyOnce("send it again");
    }

    @Test
    void saysOneWhereSomebodyElseWasFaster() throws IOException {
        service.answers(200, HELD).answers(412, "{\"title\":\"Changed meanwhile\",\"status\":412}");

        var terminal = Terminal.runs(service.address(), "tenant", "apply", file(WANTED));

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err()).contains("Changed meanwhile");
    }

    @Test
    void saysThreeToWhoIsNoAdmin() throws IOException {
        service.answers(403, "{\"title\":\"Not allowed\",\"status\":403}");

        assertThat(Terminal.runs(service.address(), "tenant", "apply", file(WANTED)).exitCode()).isEqualTo(3);
    }

    @Test
    void saysTwoToAFileThatIsNoEntry() throws IOException {
        service.answers(200, HELD);

        var torn = Terminal.runs(service.address(), "tenant", "apply", file("{\"tenant_id\":\n !"));
        assertThat(torn.exitCode()).isEqualTo(2);
        assertThat(torn.err()).contains("is not JSON at line 2");
        assertThat(Terminal.runs(service.address(), "tenant", "apply", file("[]")).exitCode()).isEqualTo(2);
        assertThat(Terminal.runs(service.address(), "tenant", "apply", file("{}")).err()).contains("no tenant_id");
        assertThat(Terminal.runs(service.address(), "tenant", "apply", "/nowhere").exitCode()).isEqualTo(2);
        assertThat(Terminal.runs(service.address(), "tenant").exitCode()).isEqualTo(2);
        assertThat(Terminal.runs(service.address(), "tenant", "show").exitCode()).isEqualTo(2);
        assertThat(service.calls()).isEmpty();
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "entry", ".json"), text).toString();
    }
}
