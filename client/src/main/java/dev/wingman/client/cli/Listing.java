package dev.wingman.client.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.wingman.client.Answers.Page;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;

/// A list of the watcher's, one thing a line.
abstract sealed class Listing implements Callable<Integer> {
    /// What stands in a line, if the thing has it.
    ///
    /// @param label stands before the value, or is empty
    /// @param pointer where the value is, as RFC 6901 says
    private record Column(String label, String pointer) {
        String of(JsonNode item) {
            var value = item.at(pointer);
            return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                    ? label + Screen.clean(value.asText())
                    : "";
        }
    }

    @Mixin
    private final Caller caller = new Caller();
    private final Function<WingmanClient, Reply<Page>> call;
    private final String none;
    private final List<Column> columns;

    private Listing(Function<WingmanClient, Reply<Page>> call, String none, Column... columns) {
        this.call = call;
        this.none = none;
        this.columns = List.of(columns);
    }

    @Override
    public Integer call() {
        var screen = caller.screen();
        return screen.show(Wingman.then(caller.client("sre"), call), _ -> ExitCode.YES, page -> say(page, screen));
    }

    private void say(Page page, Screen screen) {
        if (page.items().isEmpty()) {
            screen.line(none);
        }
        page.items().forEach(item -> screen.line(columns.stream().map(column -> column.of(item))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("  "))));
    }

    /// Who is locked, since when, and why.
    @Command(name = "locked", description = "Show who is locked, since when, and why.")
    static final class Locked extends Listing {
        Locked() {
            super(WingmanClient::lockdowns, "nobody is locked", new Column("", "/since"), new Column("", "/scope"),
                    new Column("", "/name"), new Column("", "/reason"), new Column("incident ", "/incident"));
        }
    }

    /// The workers' standing.
    @Command(name = "workers", description = "Show each worker's standing.")
    static final class Workers extends Listing {
        Workers() {
            super(WingmanClient::workers, "no worker has claimed anything yet", new Column("", "/worker"),
                    new Column("TRUE ", "/verdicts/true_claims"), new Column("FALSE ", "/verdicts/false_claims"),
                    new Column("UNVERIFIABLE ", "/verdicts/unverifiable_claims"),
                    new Column("LOCKED: ", "/lock/reason"));
        }
    }

    /// What humans should know.
    @Command(name = "alerts", description = "Show alerts, the newest first.")
    static final class Alerts extends Listing {
        Alerts() {
            super(WingmanClient::alerts, "no alerts", new Column("", "/raised_at"), new Column("", "/severity"),
                    new Column("", "/worker"), new Column("", "/text"), new Column("", "/alert_id"),
                    new Column("acknowledged by ", "/acknowledged_by"));
        }
    }
}
