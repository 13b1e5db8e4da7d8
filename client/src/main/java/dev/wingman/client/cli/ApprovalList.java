package dev.wingman.client.cli;

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

/// What waits for a human, one approval a line.
@Command(name = "approvals", description = "Show what waits for a decision, or was decided.")
final class ApprovalList implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Option(names = "--state", paramLabel = "STATE", description = "PENDING (default), GRANTED, DENIED, EXPIRED, REVOKED, USED, or ALL")
    private String state = "PENDING";

    @Option(names = "--instruction", paramLabel = "ID", description = "of this instruction only")
    private Optional<String> instruction = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 50)")
    private Optional<Integer> limit = Optional.empty();

    @Override
    public Integer call() {
        var screen = caller.screen();
        var filter = new LinkedHashMap<String, String>();
        var wanted = state.toUpperCase(Locale.ROOT);
        if (!wanted.equals("ALL")) {
            filter.put("state", wanted);
        }
        instruction.ifPresent(id -> filter.put("instruction_id", id));
        limit.ifPresent(most -> filter.put("limit", most.toString()));
        return screen.show(Wingman.then(caller.client("sre"), client -> client.approvals().list(filter)),
                _ -> ExitCode.YES, page -> say(page, wanted, screen));
    }

    private static void say(Page page, String wanted, Screen screen) {
        if (page.items().isEmpty()) {
            screen.line(wanted.equals("PENDING") ? "nothing waits for a decision" : "no approvals");
        }
        page.items().forEach(item -> screen.line(line(item, screen)));
        page.next().ifPresent(_ -> screen.line(screen.faint("there are more: raise --limit, or narrow")));
    }

    private static String line(JsonNode item, Screen screen) {
        var card = item.path("card");
        var stage = Screen.text(card.path("stage"), "stage");
        var risk = Screen.text(card, "risk");
        var expires = Screen.text(item, "expires_at");
        return Stream.of(Screen.text(item, "approval_id"), Screen.text(item, "state"),
                Screen.text(item, "asked") + (stage.isEmpty() || stage.equals("recover") ? "" : " " + stage),
                risk.isEmpty() ? "" : risk.equals("low") ? risk : screen.bad(risk), Screen.text(card, "worker"),
                Screen.text(card, "title"), expires.isEmpty() ? "" : screen.faint("until " + expires))
                .filter(part -> !part.isBlank()).collect(Collectors.joining("  "));
    }
}
