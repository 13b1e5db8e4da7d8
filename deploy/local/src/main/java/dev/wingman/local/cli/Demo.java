package dev.wingman.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.demo.Narrator;
import dev.wingman.local.demo.Playground;
import dev.wingman.local.demo.Step;
import dev.wingman.local.demo.Story;
import dev.wingman.local.stack.Stack;

/// `wingman demo`: exit code 0 only if every step was as expected.
@Command(name = "demo", description = "play the whole story on a stack of its own, and clean up after it")
public final class Demo implements Callable<Integer> {

    @Option(names = "--port-base", paramLabel = "N", description = "like that of `up` (default: one where all ports are free)")
    Optional<Integer> portBase = Optional.empty();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private boolean closed;

    @Override
    public Integer call() {
        return Spoken.run(spec, this::play);
    }

    private int play(PrintWriter out) {
        var playground = Playground.make(Where.checkout(), portBase);
        var narrator = new Narrator(out, spec.commandLine().getColorScheme().ansi(), Instant.now());
        var interrupted = new Thread(() -> interrupted(playground, narrator), "clean up");
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean good = false;
        try {
            open(playground, narrator);
            narrator.event("demo", "registers the tenants acme and globex with their workers");
            var steps = new Story(playground, narrator).play();
            narrator.summary(steps);
            good = steps.stream().allMatch(Step::asExpected);
            return good ? Spoken.OK : Spoken.FAILED;
        } finally {
            close(playground, narrator, good);
        }
    }

    private static void open(Playground playground, Narrator narrator) {
        narrator.line(narrator.paint("bold", "Wingman, on this machine, on real parts."));
        narrator.line("");
        narrator.event("demo", "starts Kafka, Postgres, Redis and seven services from port " + playground.portBase());
        var took = playground.up();
        narrator.event("demo", "all ready after %.1f s, in %d MB; alerts go to %s".formatted(took.toMillis() / 1000.0,
                memory(playground), playground.chat().isPresent()
                        ? "a server that talks like Telegram's Bot API"
                        : "Telegram"));
        narrator.whole("demo", playground.stack().engine());
    }

    private static long memory(Playground playground) {
        return playground.stack().status().stream().mapToLong(Stack.Standing::pid)
                .map(StatusTable::megabytes).sum();
    }

    private void interrupted(Playground playground, Narrator narrator) {
        playground.abandon();
        close(playground, narrator, true);
    }

    /// Once, and whoever comes second waits until it is done: Ctrl-C must not end a clean-up half-way.
    private synchronized void close(Playground playground, Narrator narrator, boolean good) {
        if (closed) {
            return;
        }
        closed = true;
        if (good) {
            playground.close();
            narrator.line("Everything is ended and removed.");
        } else {
            narrator.line("Everything is ended; the logs are kept in " + playground.closeButKeepLogs());
        }
    }
}
