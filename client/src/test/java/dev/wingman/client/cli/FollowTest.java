package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowTest {
    private final FakeService service = new FakeService();

    FollowTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void takesABrokenStreamUpWhereItBroke() {
        service.answers(200, "text/event-stream", event(7, "coder-1", "TRUE"))
                .answers(200, "text/event-stream", ": still here\n\n" + event(8, "coder-2", "FALSE"));

        var terminal = Terminal.runs(service.address(), "verdicts", "--follow", "--limit", "2");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines()).satisfiesExactly(first -> assertThat(first).contains("TRUE", "coder-1"),
                second -> assertThat(second).contains("FALSE", "coder-2"));
        assertThat(service.calls()).extracting(call -> call.headers().get("Last-Event-ID")).containsExactly(null, "7");
    }

    @Test
    void showsOneWorkerOnly() {
        service.answers(200, "text/event-stream", event(1, "coder-1", "TRUE") + event(2, "coder-2", "FALSE"));

        var terminal = Terminal.runs(service.address(), "verdicts", "--follow", "--worker", "coder-2", "--limit", "1");

        assertThat(terminal.out()).contains("coder-2").doesNotContain("coder-1");
    }

    @Test
    void tellsLocksAndAlertsInWords() {
        service.answers(200, "text/event-stream", """
                id: 1
                event: alert-raised
                data: {"severity":"CRITICAL","worker":"coder-1","text":"A FALSE claim."}

                id: 2
                event: locks-changed
                data: {"version":1,"locks":[{"name":"coder-1","reason":"a FALSE claim"}]}

                id: 3
                event: locks-changed
                data: {"version":2,"locks":[]}

                """);

        var terminal = Terminal.runs(service.address(), "verdicts", "--follow", "--limit", "3");

        assertThat(terminal.out().lines()).satisfiesExactly(
                alert -> assertThat(alert).endsWith("alert-raised  CRITICAL  coder-1  A FALSE claim."),
                lock -> assertThat(lock).endsWith("locked  coder-1 (a FALSE claim)"),
                release -> assertThat(release).endsWith("nobody is locked"));
    }

    @Test
    void endsWhereItMayNotLook() {
        service.answers(403, "{\"title\":\"Forbidden\"}");

        assertThat(Terminal.runs(service.address(), "verdicts", "--follow").exitCode()).isEqualTo(3);
    }

    @Test
    void endsWhereNobodyAnswers() {
        service.close();

        assertThat(Terminal.runs(service.address(), "verdicts", "--follow").exitCode()).isEqualTo(4);
    }

    private static String event(int id, String worker, String verdict) {
        return "id: " + id + "\nevent: verdict-reached\ndata: {\"worker\":\"" + worker + "\",\n"
                + "data: \"verdict\":\"" + verdict
                + "\",\"cause\":\"seen\"}\n\n";
    }
}
