package dev.wingman.client.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import dev.wingman.client.Answers.ClaimRecord;
import dev.wingman.client.Claim;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Presence;
import dev.wingman.contracts.Verdict;

/// Says that something is so, and with `--wait` hears what reality says.
@Command(name = "claim", description = "Claim that something is so.")
final class ClaimCommand implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Option(names = "--file", paramLabel = "PATH", description = "claim a file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--present", description = "the file is there (default)")
    private boolean present;

    @Option(names = "--absent", description = "the file is not there")
    private boolean absent;

    @Option(names = "--statement", paramLabel = "TEXT", description = "claim in words, such as \"created file /srv/out.csv\"")
    private Optional<String> statement = Optional.empty();

    @Option(names = "--predicate", paramLabel = "JSON", description = "claim a predicate, such as {\"type\":\"port\",...}; repeatable")
    private List<String> predicates = new ArrayList<>();

    @Option(names = "--instruction", paramLabel = "ID", description = "the instruction that the claim belongs to")
    private Optional<String> instruction = Optional.empty();

    @Option(names = "--completes", description = "the instruction is done: its own criteria are judged too")
    private boolean completes;

    @Option(names = "--site", paramLabel = "SITE", description = "where it is so")
    private Optional<String> site = Optional.empty();

    @Option(names = "--wait", description = "wait for the verdict: exit 0 only when it is TRUE")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30", description = "how long to wait (default: 30)")
    private int timeout;

    @Override
    public Integer call() {
        var screen = caller.screen();
        var claim = claim();
        var connected = caller.client("worker");
        var taken = Wingman.then(connected, client -> client.claim(claim));
        if (wait && connected instanceof Reply.Ok(var client, _)
                && taken instanceof Reply.Ok(var claimed, _)) {
            return screen.show(client.awaitVerdict(claimed.claimId(), Duration.ofSeconds(timeout)),
                    ClaimCommand::meaning,
                    judged -> say(judged, screen));
        }
        return screen.show(taken, _ -> ExitCode.YES,
                claimed -> screen.line(screen.good("taken") + "  " + claimed.claimId()));
    }

    private Claim claim() {
        var all = new ArrayList<Predicate>();
        file.ifPresent(path -> all.add(new Predicate.File(path.toAbsolutePath().normalize().toString(),
                absent ? Presence.ABSENT : Presence.PRESENT, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty())));
        predicates.forEach(json -> all.add(predicate(json)));
        if (all.isEmpty() && statement.isEmpty() && !completes) {
            throw usage("claim something: --file, --statement, --predicate, or --instruction with --completes");
        }
        if (present && absent) {
            throw usage("a file is either --present or --absent");
        }
        if (completes && instruction.isEmpty()) {
            throw usage("--completes needs --instruction ID");
        }
        return new Claim(instruction, completes, statement, all, site);
    }

    private Predicate predicate(String json) {
        try {
            return Json.strict().readValue(json, Predicate.class);
        } catch (JsonProcessingException e) {
            throw new ParameterException(caller.command().commandLine(), "--predicate: " + e.getOriginalMessage(), e);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(caller.command().commandLine(), message);
    }

    private static ExitCode meaning(ClaimRecord claim) {
        return claim.verdict().map(verdict -> verdict == Verdict.TRUE ? ExitCode.YES : ExitCode.NO)
                .orElse(ExitCode.UNAVAILABLE);
    }

    private static void say(ClaimRecord claim, Screen screen) {
        var verdict = claim.verdict().map(screen::paint).orElse("no verdict yet");
        screen.line(
                verdict + "  " + claim.claimId() + (claim.cause().isEmpty() ? "" : "  " + Screen.clean(claim.cause())));
    }
}
