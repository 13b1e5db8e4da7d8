package dev.wingman.local.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.registry.Subject;
import dev.wingman.local.registry.Target;
import dev.wingman.local.stack.LocalState;

/// `wingman allow`: everything that is not listed does not exist for a drill.
@Command(name = "allow", description = "make a container or a compose project of this machine a tenant's drill target")
public final class Allow implements Callable<Integer> {

    /// One of the two.
    static final class What {
        @Option(names = "--container", paramLabel = "NAME", description = "a container's name")
        Optional<String> container = Optional.empty();

        @Option(names = "--project", paramLabel = "NAME", description = "a compose project's name: all of its containers")
        Optional<String> project = Optional.empty();

        Target target() {
            return container.map(Target::container).or(() -> project.map(Target::project)).orElseThrow();
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
            return Spoken.OK;
        });
    }
}
