package dev.wingman.watcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import dev.wingman.contracts.Identifier;

/// A tenant's events as they come, resumable: every viewer reads the table from where he was, and waits for a change when he has it all. A replica hears of
/// another's changes within a second.
@ApplicationScoped
public class LiveView {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    private final Records records;
    private final Map<Identifier, List<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();

    LiveView(Records records) {
        this.records = records;
    }

    /// Wakes the tenant's viewers.
    void changed(Identifier tenant) {
        var woken = waiting.remove(tenant);
        if (woken != null) {
            woken.forEach(emitter -> emitter.complete(null));
        }
    }

    /// Everything after that number, then everything that comes.
    public Multi<Records.Shown> after(Identifier tenant, long number) {
        return Multi.createBy().repeating().uni(() -> new AtomicLong(number), last -> next(tenant, last)).indefinitely()
                .onItem().transformToMultiAndConcatenate(shown -> Multi.createFrom().iterable(shown));
    }

    private Uni<List<Records.Shown>> next(Identifier tenant, AtomicLong last) {
        return records.shownAfter(tenant, last.get(), AT_ONCE)
                .chain(shown -> shown.isEmpty() ? change(tenant).replaceWith(shown) : Uni.createFrom().item(shown))
                .invoke(shown -> shown.forEach(entry -> last.set(entry.number())));
    }

    private Uni<Void> change(Identifier tenant) {
        return Uni.createFrom().<Void>emitter(emitter -> waiting.compute(tenant, (_, others) -> with(others, emitter)))
                .ifNoItem().after(LOOK_AGAIN).recoverWithUni(Uni.createFrom().voidItem());
    }

    private static List<UniEmitter<? super Void>> with(
            @org.jspecify.annotations.Nullable List<UniEmitter<? super Void>> others, UniEmitter<? super Void> one) {
        var all = new ArrayList<UniEmitter<? super Void>>(others == null ? List.of() : others);
        all.add(one);
        return all;
    }
}
