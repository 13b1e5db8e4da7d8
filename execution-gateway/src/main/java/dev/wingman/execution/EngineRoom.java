package dev.wingman.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

import dev.wingman.execution.domain.Engine;
import dev.wingman.execution.domain.Sight;
import dev.wingman.execution.domain.Successor;

/// Where calls to the engine wait, never on an event loop. The threads are the platform's: reading from the socket holds the carrier of a virtual
/// thread, and two such calls would stop everybody on two cores.
@ApplicationScoped
public class EngineRoom {

    private final Engine engine;
    private final Timer looks;
    private final ExecutorService threads = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("engine-", 1).factory());

    EngineRoom(Engine engine, MeterRegistry meters) {
        this.engine = engine;
        this.looks = Timer.builder("wingman.engine.look").register(meters);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    public Engine engine() {
        return engine;
    }

    /// All containers, now, but those that wait to take another's place.
    public Sight look() {
        return looks.record(() -> new Sight(engine.containers().stream().filter(one -> !Successor.is(one)).toList()));
    }

    public Uni<Sight> looking() {
        return there(this::look);
    }

    public <T> Uni<T> there(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    public void run(Runnable work) {
        threads.execute(work);
    }
}
