package dev.wingman.approval;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.approval.domain.State;
import dev.wingman.contracts.Identifier;

/// Who waits for a decision. The database tells every replica of each move, so nobody asks it in a loop.
@ApplicationScoped
public class Waiting {

    private final Reading reading;
    private final Map<UUID, Map<UUID, CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();

    Waiting(Reading reading) {
        this.reading = reading;
    }

    /// The approval as it stands once it moved, or once the time is over; nothing where it is not this worker's.
    public Uni<Optional<Reading.Filed>> moved(Identifier tenant, Identifier worker, UUID approval, Duration atMost) {
        var id = UUID.randomUUID();
        var call = new CompletableFuture<Void>();
        waiting.compute(approval, (_, calls) -> with(calls, id, call));
        return reading.find(tenant, approval).map(found -> own(found, worker))
                .chain(found -> found.filter(filed -> filed.approval().state() == State.PENDING).isEmpty()
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom().completionStage(call).ifNoItem().after(atMost)
                                .recoverWithUni(Uni.createFrom().voidItem())
                                .chain(() -> reading.find(tenant, approval)))
                .onTermination().invoke(() -> forget(approval, id));
    }

    /// An approval moved, here or at another replica.
    public void moved(UUID approval) {
        Optional.ofNullable(waiting.get(approval))
                .ifPresent(calls -> calls.values().forEach(call -> call.complete(null)));
    }

    /// Nobody heard of moves for a while: everybody looks again.
    public void all() {
        waiting.keySet().forEach(this::moved);
    }

    private void forget(UUID approval, UUID call) {
        waiting.computeIfPresent(approval, (_, calls) -> {
            calls.remove(call);
            return calls.isEmpty() ? null : calls;
        });
    }

    private static Map<UUID, CompletableFuture<Void>> with(@Nullable Map<UUID, CompletableFuture<Void>> calls, UUID id,
            CompletableFuture<Void> call) {
        var all = calls == null ? new ConcurrentHashMap<UUID, CompletableFuture<Void>>() : calls;
        all.put(id, call);
        return all;
    }

    private static Optional<Reading.Filed> own(Optional<Reading.Filed> found, Identifier worker) {
        return found.filter(filed -> filed.approval().matter().worker().equals(worker));
    }
}
