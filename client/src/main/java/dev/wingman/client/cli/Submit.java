package dev.wingman.client.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.wingman.client.Answers.Submitted;

/// Hands an instruction over.
@Command(name = "submit", description = "Submit an instruction.")
final class Submit implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();
    @Mixin
    private final InstructionFile file = new InstructionFile();

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "makes a repeat the same submission")
    private Optional<String> idempotencyKey = Optional.empty();

    @Override
    public Integer call() {
        var screen = caller.screen();
        var instruction = file.read();
        var reply = Wingman.then(caller.client("worker"), client -> client.submit(instruction, idempotencyKey));
        return screen.show(reply, _ -> ExitCode.YES, submitted -> {
            say(submitted, screen);
            new Judged(screen, Passages.of(instruction, List.of())).say(submitted.riskReasons(), submitted.criteria());
        });
    }

    private static void say(Submitted submitted, Screen screen) {
        screen.line(screen.good("accepted") + "  " + submitted.instructionId());
        screen.line("  " + Judged.inShort(submitted.risk(), submitted.approval(), submitted.criteria()));
        screen.line(screen.faint("  digest " + submitted.digest()));
    }
}
