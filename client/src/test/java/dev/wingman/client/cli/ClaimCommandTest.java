package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Json;

class ClaimCommandTest {
    private static final String TAKEN = "{\"claim_id\":\"c-1\",\"receipt\":{}}";

    private final FakeService service = new FakeService();

    ClaimCommandTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void claimsAFileAsAPredicate() throws IOException {
        service.answers(202, TAKEN);

        var terminal = Terminal.runs(service.address(), "claim", "--file", "/srv/out.csv");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().strip()).isEqualTo("taken  c-1");
        assertThat(Json.strict().readTree(service.calls().getFirst().body())).isEqualTo(Json.strict().readTree("""
                {"completes":false,"predicates":[{"type":"file","path":"/srv/out.csv","state":"present"}]}"""));
    }

    @Test
    void waitsForTheVerdictAndAnswersWithIt() {
        service.answers(202, TAKEN).answers(404, "{}").answers(200, "{\"claim_id\":\"c-1\",\"verdict\":null}")
                .answers(200, "{\"claim_id\":\"c-1\",\"verdict\":\"FALSE\",\"cause\":\"nothing there\"}");

        var terminal = Terminal.runs(service.address(), "claim", "--file", "/srv/out.csv", "--wait");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out().strip()).isEqualTo("FALSE  c-1  nothing there");
    }

    @Test
    void saysFourWhenTheVerdictDoesNotComeInTime() {
        service.answers(202, TAKEN).answers(200, "{\"claim_id\":\"c-1\",\"verdict\":null}");

        var terminal = Terminal.runs(service.address(), "claim", "--statement", "created file /x", "--wait",
                "--timeout", "0");

        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.out()).contains("no verdict yet");
    }

    @Test
    void refusesAClaimOfNothing() {
        var terminal = Terminal.runs(service.address(), "claim");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void refusesAFileThatIsBothPresentAndAbsent() {
        var terminal = Terminal.runs(service.address(), "claim", "--file", "/x", "--present", "--absent");

        assertThat(terminal.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesAPredicateThatIsNone() {
        var terminal = Terminal.runs(service.address(), "claim", "--predicate", "{\"type\":\"oracle\"}");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).hasLineCount(1).contains("--predicate");
    }
}
