package dev.wingman.client.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.wingman.client.Answers.Page;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;

/// Drills, or one with its stages.
@Command(name = "drills", description = "Show drills; with an id, its stages and report.")
final class Drills implements Callable<Integer> {
    /// The reasons of humans for which a stage does not run.
    private static final Set<String> NO = Set.of("DENIED", "REVOKED");

    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "a drill's id, or its beginning or end")
    private Optional<String> id = Optional.empty();

    @Option(names = "--instruction", paramLabel = "ID", description = "of this instruction only")
    private Optional<String> instruction = Optional.empty();

    @Override
    public Integer call() {
        var screen = caller.screen();
        if (id.isPresent()) {
            var connected = caller.client("sre");
            return screen.show(Wingman.then(connected, client -> client.findDrill(id.get())), _ -> ExitCode.YES,
                    drill -> say(drill, stage -> whoSaidNo(connected, stage), screen));
        }
        var filter = new LinkedHashMap<String, String>();
        instruction.ifPresent(wanted -> filter.put("instruction_id", wanted));
        return screen.show(Wingman.then(caller.client("sre"), client -> client.drills(filter)), _ -> ExitCode.YES,
                page -> say(page, screen));
    }

    private static void say(Page page, Screen screen) {
        if (page.items().isEmpty()) {
            screen.line("no drills");
        }
        page.items().forEach(drill -> screen.line(headline(drill, screen)));
    }

    private static void say(JsonNode drill, Function<JsonNode, String> whoSaidNo, Screen screen) {
        screen.line(headline(drill, screen));
        drill.path("stages").forEach(stage -> screen.line("  " + joined(Screen.text(stage, "stage"),
                Screen.text(stage, "state", "outcome"), verdict(stage, screen),
                labelled("started", Screen.text(stage, "started_at")),
                labelled("finished", Screen.text(stage, "finished_at")), approvers(stage),
                Screen.text(stage, "detail", "reason"), whoSaidNo.apply(stage))));
    }

    /// The watcher knows only that humans said no; their names and their reason stand in the approval.
    private static String whoSaidNo(Reply<WingmanClient> connected, JsonNode stage) {
        return NO.contains(Screen.text(stage, "reason"))
                && Wingman.then(connected, client -> client.approvals()
                        .get(Screen.text(stage, "approval_id"))) instanceof Reply.Ok(var approval, _)
                                ? Screen.clean(approval.standing())
                                : "";
    }

    private static String headline(JsonNode drill, Screen screen) {
        return joined(Screen.text(drill, "drill_id"), state(Screen.text(drill, "state"), screen),
                Screen.text(drill, "worker"), Screen.text(drill, "site"),
                labelled("recovery time", seconds(Screen.text(drill.path("report"), "recovery_time"))));
    }

    private static String state(String state, Screen screen) {
        return switch (state) {
            case "COMPLETED" -> screen.good(state);
            case "RUNNING", "" -> state;
            default -> screen.bad(state);
        };
    }

    private static String seconds(String duration) {
        return duration.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f s", Duration.parse(duration).toMillis() / 1000.0);
    }

    private static String verdict(JsonNode stage, Screen screen) {
        var verdict = Screen.text(stage, "verdict");
        return verdict.equals("TRUE") ? screen.good(verdict) : verdict.isEmpty() ? "" : screen.bad(verdict);
    }

    private static String approvers(JsonNode stage) {
        var names = stage.path("approvers").valueStream().map(name -> Screen.clean(name.asText())).toList();
        return names.isEmpty() ? "" : "by " + String.join(", ", names);
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + " " + value;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("  "));
    }
}
