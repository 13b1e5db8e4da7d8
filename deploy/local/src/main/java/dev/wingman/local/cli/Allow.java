package dev.wingman.local.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.registry.Subject;
import dev.wingman.local.registry.Target;
import dev.wingman.local.stack.LocalState;

/// `wingman allow`: everything that is not listed does not exist for a drill.
@Command(name = "allow", description = "make a container or a compose project of this machine a tenant's drill target")
public final class Allow implements Callable<Integer> {

    /// One of the two; picocli takes an `Optional` that is empty for one that was given.
    static final class What {
        @Option(names = "--container", paramLabel = "NAME", description = "a container's name")
        @Nullable
        String container;

        @Option(names = "--project", paramLabel = "NAME", description = "a compose project's name: all of its containers")
        @Nullable
        String project;

        Target target() {
            return Optional.ofNullable(container).map(Target::container)
                    .or(() -> Optional.ofNullable(project).map(Target::project)).orElseThrow();
        }
    }

    @Mixin
    Where where = new Where();

    @Option(names = "--tenant", required = true, description = "the tenant's id")
    String tenant = "";

    @ArgGroup(multiplicity = "1")
    What what = new What();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, out -> {
            var state = LocalState.read(where.stack().state().local());
            var whose = new Subject(tenant, "launcher", "sre", Optional.empty()).tenant();
            what.target().allow(whose, state);
            out.println(what.target().name() + " may be drilled by " + whose + " at the site " + state.site());
            var engine = EngineSocket.here().filter(EngineSocket::answers).map(Engine::new);
            absence(what.target(), engine).ifPresent(spec.commandLine().getErr()::println);
            return Spoken.OK;
        });
    }

    /// It may be made later; but its name may as well be mistyped.
    static Optional<String> absence(Target target, Optional<Engine> engine) {
        return engine.filter(_ -> target.isContainer()).filter(one -> one.inspect(target.name()).isEmpty())
                .map(_ -> "warning: no container " + target.name() + " exists now on this machine");
    }
}
