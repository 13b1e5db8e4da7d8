package dev.wingman.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.parts.Starter;
import dev.wingman.local.stack.PortPlan;
import dev.wingman.local.stack.Stack;

/// `wingman up`.
@Command(name = "up", description = "start everything on this machine: broker, database, Redis, the seven services")
public final class Up implements Callable<Integer> {

    private static final long WATCH_NANOS = Duration.ofMillis(500).toNanos();

    @Mixin
    Where where = new Where();

    @Option(names = "--port-base", paramLabel = "N", description = "gatekeeper on N+2 and so on (default: ${DEFAULT-VALUE})")
    int portBase = PortPlan.DEFAULT_BASE;

    @Option(names = "--detach", description = "return when everything is ready; `wingman down` ends it")
    boolean detach;

    @Option(names = "--root", paramLabel = "DIR", description = "a folder that claims may be checked in, "
            + "beside the system's temporary folder; repeatable")
    List<Path> roots = new ArrayList<>();

    @Option(names = "--without-custody", description = "let drills run although other processes of yours could open the "
            + "Docker socket as well")
    boolean withoutCustody;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, this::up);
    }

    private int up(PrintWriter out) {
        var stack = where.stack();
        if (!stack.custodyEnforced()) {
            out.println("custody not enforced: every service runs as you, and could read the others' keys");
        }
        var took = start(stack);
        StatusTable.print(stack.status(), out);
        out.println(stack.engine());
        out.printf("ready after %.1f s%n", took.toMillis() / 1000.0);
        out.println(detach ? where.command("down") + " ends it" : "Ctrl-C ends it");
        out.flush();
        return detach ? Spoken.OK : watch(stack, out);
    }

    /// Ctrl-C ends what this call started; once an attached call has succeeded, it ends everything.
    private Duration start(Stack stack) {
        var abandon = new Thread(stack::abandon, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        var took = stack.up(new Stack.Wish(portBase, roots).withoutCustody(withoutCustody));
        Runtime.getRuntime().removeShutdownHook(abandon);
        if (!detach) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::down, "down"));
        }
        return took;
    }

    /// Names each process that dies, once; ends when nothing is left.
    private int watch(Stack stack, PrintWriter out) {
        Set<String> dead = new HashSet<>();
        while (dead.size() < Stack.names().size()) {
            for (var name : Stack.names()) {
                if (stack.process(name).isPresent()) {
                    dead.remove(name);
                } else if (dead.add(name)) {
                    out.println(name + " died: " + Starter.lastWords(stack.log(name)) + "; "
                            + where.command("up --detach") + " starts it again, " + where.command("logs " + name)
                            + " shows why");
                    out.flush();
                }
            }
            LockSupport.parkNanos(WATCH_NANOS);
        }
        return Spoken.FAILED;
    }
}
