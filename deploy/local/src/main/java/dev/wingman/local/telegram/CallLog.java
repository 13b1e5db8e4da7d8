package dev.wingman.local.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Every call of the bot, in order of arrival.
final class CallLog {

    private final List<BotCall> calls = new ArrayList<>();
    private final Queue<Consumer<BotCall>> listeners = new ConcurrentLinkedQueue<>();

    void add(BotCall call) {
        synchronized (calls) {
            calls.add(call);
            calls.notifyAll();
        }
        listeners.forEach(listener -> listener.accept(call));
    }

    void listen(Consumer<BotCall> listener) {
        listeners.add(listener);
    }

    List<BotCall> all() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /// Waits for a call that is wanted; fails with what came instead.
    BotCall await(Duration patience, Predicate<BotCall> wanted) {
        var until = Instant.now().plus(patience);
        synchronized (calls) {
            while (true) {
                var found = calls.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                var left = Duration.between(Instant.now(), until);
                if (!left.isPositive()) {
                    throw new AssertionError("no such call within " + patience + "; there were " + calls);
                }
                pause(left);
            }
        }
    }

    private void pause(Duration longest) {
        try {
            calls.wait(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a call", e);
        }
    }
}
