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
    @Mixin
    private final Caller caller = new Caller();
    private final Function<WingmanClient, Reply<Page>> call;
    private final String none;
    private final List<List<String>> columns;

    /// @param columns for each column the members of which the first that is there is shown
    private Listing(Function<WingmanClient, Reply<Page>> call, String none, List<List<String>> columns) {
        this.call = call;
        this.none = none;
        this.columns = columns;
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
        page.items().forEach(item -> screen.line(line(item)));
    }

    private String line(JsonNode item) {
        return columns.stream().map(members -> Screen.text(item, members.toArray(String[]::new)))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("  "));
    }

    /// Who is locked, since when, and why.
    @Command(name = "locked", description = "Show who is locked, since when, and why.")
    static final class Locked extends Listing {
        Locked() {
            super(WingmanClient::lockdowns, "nobody is locked",
                    List.of(List.of("since"), List.of("scope"), List.of("name", "worker", "owner"), List.of("reason"),
                            List.of("incident")));
        }
    }

    /// The workers' standing.
    @Command(name = "workers", description = "Show each worker's standing.")
    static final class Workers extends Listing {
        Workers() {
            super(WingmanClient::workers, "no worker has claimed anything yet",
                    List.of(List.of("worker", "name"), List.of("true"), List.of("false"), List.of("unverifiable"),
                            List.of("locked", "lock")));
        }
    }

    /// What humans should know.
    @Command(name = "alerts", description = "Show alerts, the newest first.")
    static final class Alerts extends Listing {
        Alerts() {
            super(WingmanClient::alerts, "no alerts",
                    List.of(List.of("raised_at", "at", "time"), List.of("severity"), List.of("worker"),
                            List.of("text", "kind"), List.of("alert_id")));
        }
    }
}
