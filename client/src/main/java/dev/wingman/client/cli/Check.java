package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.wingman.client.Answers.Checked;

/// A dry run: what would the gatekeeper say?
@Command(name = "check", description = "Tell what a submission would answer; nothing is recorded.")
final class Check implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();
    @Mixin
    private final InstructionFile file = new InstructionFile();

    @Override
    public Integer call() {
        var screen = caller.screen();
        var instruction = file.read();
        var reply = Wingman.then(caller.client("worker"), client -> client.check(instruction));
        return screen.show(reply, checked -> checked.accepted() ? ExitCode.YES : ExitCode.NO, checked -> {
            say(checked, screen);
            new Judged(screen, Passages.of(instruction, checked.violations())).say(checked.riskReasons(),
                    checked.criteria());
        });
    }

    private static void say(Checked checked, Screen screen) {
        if (checked.accepted()) {
            screen.line(screen.good("would be accepted") + "  "
                    + Judged.inShort(checked.risk(), checked.approval(), checked.criteria()));
        } else {
            screen.line(screen.bad("would be rejected"));
            screen.violations(checked.violations(), screen::line);
        }
    }
}
