package dev.wingman.local.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.LocalFault;
import dev.wingman.local.registry.Subject;
import dev.wingman.local.registry.TokenDesk;
import dev.wingman.local.stack.LocalState;

/// `wingman token`: the JWT alone on standard output.
@Command(name = "token", description = "a token of the local stack; registers whoever it is for")
public final class Token implements Callable<Integer> {

    @Mixin
    Where where = new Where();

    @Option(names = "--tenant", required = true, description = "the tenant's id")
    String tenant = "";

    @Option(names = "--subject", required = true, description = "who: a worker's or a human's id")
    String subject = "";

    @Option(names = "--role", required = true, description = "worker, operator, sre or admin")
    String role = "";

    @Option(names = "--owner", description = "the human who answers for a worker (default: the worker itself)")
    @Nullable
    String owner;

    @Option(names = "--ttl", description = "how long it is valid: 30m, 8h, 7d (default: ${DEFAULT-VALUE})")
    String lifetime = "8h";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, out -> {
            var wanted = new Subject(tenant, subject, role, Optional.ofNullable(owner));
            var desk = new TokenDesk(LocalState.read(where.stack().state().local()));
            out.println(desk.token(wanted, duration(lifetime)));
            return Spoken.OK;
        });
    }

    private static Duration duration(String text) {
        try {
            var upper = text.toUpperCase(Locale.ROOT);
            return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw new LocalFault("`" + text + "` is no time: write 30m, 8h or 7d", e);
        }
    }
}
