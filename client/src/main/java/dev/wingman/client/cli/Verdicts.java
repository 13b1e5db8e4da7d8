package dev.wingman.client.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.wingman.client.Answers.Page;
import dev.wingman.client.StreamEvent;
import dev.wingman.contracts.Verdict;

/// Claims with what reality said of them; or, followed, the tenant's events as they happen.
@Command(name = "verdicts", description = "List claims with their verdicts, or follow them as they are reached.")
final class Verdicts implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Option(names = "--follow", description = "show verdicts, alerts and locks as they happen, until you stop it")
    private boolean follow;

    @Option(names = "--worker", paramLabel = "W", description = "of this worker only")
    private Optional<String> worker = Optional.empty();

    @Option(names = "--verdict", paramLabel = "V", description = "TRUE, FALSE or UNVERIFIABLE only")
    private Optional<Verdict> verdict = Optional.empty();

    @Option(names = "--since", paramLabel = "TIME", description = "not older than this, such as 2026-11-22T08:00:00Z")
    private Optional<String> since = Optional.empty();

    @Option(names = "--last-event-id", paramLabel = "ID", description = "follow from behind this event")
    private Optional<String> lastEventId = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 50); followed, stop after so many")
    private Optional<Integer> limit = Optional.empty();

    private int shown;

    @Override
    public Integer call() {
        var screen = caller.screen();
        if (follow) {
            var ended = Wingman.then(caller.client("sre"),
                    client -> client.follow(lastEventId, event -> show(event, screen)));
            return screen.show(ended, _ -> ExitCode.YES, _ -> {
            });
        }
        var filter = new LinkedHashMap<String, String>();
        worker.ifPresent(name -> filter.put("worker", name));
        verdict.ifPresent(name -> filter.put("verdict", name.name()));
        since.ifPresent(time -> filter.put("since", time));
        limit.ifPresent(most -> filter.put("limit", most.toString()));
        return screen.show(Wingman.then(caller.client("sre"), client -> client.claims(filter)), _ -> ExitCode.YES,
                page -> say(page, screen));
    }

    private static void say(Page page, Screen screen) {
        if (page.items().isEmpty()) {
            screen.line("no claims");
        }
        page.items().forEach(claim -> screen.line(line(claim, screen)));
        page.next().ifPresent(
                _ -> screen.line(screen.faint("there are more: raise --limit, or narrow with --worker or --since")));
    }

    private boolean show(StreamEvent event, Screen screen) {
        var data = event.data();
        var wanted = worker.filter(name -> !name.equals(Screen.text(data, "worker"))).isEmpty()
                && verdict.filter(one -> !one.name().equals(Screen.text(data, "verdict"))).isEmpty();
        if (wanted) {
            screen.line(caller.json() ? data.toString() : line(data, event.type(), screen));
            shown++;
        }
        return limit.isEmpty() || shown < limit.get();
    }

    private static String line(JsonNode data, String type, Screen screen) {
        if (data.has("verdict")) {
            return line(data, screen);
        }
        if (data.has("locks")) {
            return time(data) + "  " + locks(data.path("locks"), screen);
        }
        var severity = Screen.text(data, "severity");
        var text = Screen.text(data, "text", "reason", "title", "state");
        return Stream.of(time(data), screen.faint(Screen.clean(type)), severity.isEmpty() ? "" : screen.bad(severity),
                Screen.text(data, "worker", "subject_id", "drill_id", "approval_id"),
                text.isEmpty() ? Screen.clean(data.toString()) : text)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    private static String locks(JsonNode locks, Screen screen) {
        var names = locks.valueStream()
                .map(lock -> Screen.text(lock, "name") + " (" + Screen.text(lock, "reason") + ")").toList();
        return names.isEmpty() ? "nobody is locked" : screen.bad("locked") + "  " + String.join(", ", names);
    }

    private static String line(JsonNode claim, Screen screen) {
        var name = Screen.text(claim, "verdict").toUpperCase(Locale.ROOT);
        var reached = Arrays.stream(Verdict.values()).filter(one -> one.name().equals(name)).findFirst();
        var said = Screen.text(claim, "cause", "statement");
        return time(claim) + "  " + reached.map(screen::paint).orElse("pending") + "  " + Screen.text(claim, "worker")
                + "  "
                + Screen.text(claim, "claim_id", "subject_id") + (said.isEmpty() ? "" : "  " + said);
    }

    /// When it happened; an event that does not say it happened just now.
    private static String time(JsonNode data) {
        var told = Screen.text(data, "reached_at", "recorded_at", "claimed_at", "raised_at", "at", "time");
        return told.isEmpty() ? Instant.now().truncatedTo(ChronoUnit.MILLIS).toString() : told;
    }
}
