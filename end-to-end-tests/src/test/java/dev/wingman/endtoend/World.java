package dev.wingman.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.wingman.local.LocalFault;
import dev.wingman.local.demo.Playground;

/// One stack for all journeys; it starts with the first and ends with the JVM. Each journey has tenants of its own.
final class World {

    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static @Nullable Playground playground;

    private World() {}

    static synchronized Playground playground() {
        if (playground == null) {
            var fresh = Playground.withFakeChat(Path.of("..").toAbsolutePath().normalize(), Optional.empty());
            Runtime.getRuntime().addShutdownHook(new Thread(fresh::close, "end of the world"));
            try {
                var took = fresh.up();
                tell("cold start", took);
            } catch (LocalFault fault) {
                throw new IllegalStateException("The journeys run packaged services: build them first with "
                        + "`./wingman build`, or run all with `mvn verify`. " + fault.getMessage(), fault);
            }
            playground = fresh;
        }
        return playground;
    }

    static Tenant tenant(String name) {
        return new Tenant(playground(), name + "-" + number());
    }

    /// One that nobody else has.
    static int number() {
        return NUMBERS.incrementAndGet();
    }

    /// A measured figure, for the report of the run.
    static void tell(String what, Duration took) {
        System.out.printf("measured: %s %d ms%n", what, took.toMillis());
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Whoever cannot be asked now is asked again: that is what a killed process looks like from outside.
    static void eventually(Callable<Boolean> condition) {
        eventually(PATIENCE, condition);
    }

    static void eventually(Duration patience, Callable<Boolean> condition) {
        await().atMost(patience).pollInterval(Duration.ofMillis(50)).ignoreExceptionsMatching(_ -> true)
                .until(condition);
    }
}
