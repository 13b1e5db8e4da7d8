package dev.wingman.endtoend.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Open loop: so many a second, whether or not the answers come; a latency runs from the moment when the call was due.
final class Pace {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

    /// Something is there now; the first arrival counts.
    void arrived(String name) {
        arrivals.putIfAbsent(name, System.nanoTime());
    }

    /// Calls `count` times, `rate` a second, each on a thread of its own; `call` answers with the name under which it will arrive.
    Latencies run(int count, int rate, IntFunction<String> call) throws InterruptedException {
        var due = new ConcurrentHashMap<String, Long>();
        var threads = new ArrayList<Thread>();
        var begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long at = begin + i * 1_000_000_000L / rate;
            int number = i;
            LockSupport.parkNanos(at - System.nanoTime());
            threads.add(Thread.ofVirtual().start(() -> due.put(call.apply(number), at)));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (due.size() != count) {
            throw new IllegalStateException(count - due.size() + " of " + count + " calls failed");
        }
        return new Latencies(since(due));
    }

    private List<Long> since(Map<String, Long> due) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!arrivals.keySet().containsAll(due.keySet())) {
            if (System.nanoTime() > until) {
                var missing = new HashMap<>(due);
                missing.keySet().removeAll(arrivals.keySet());
                throw new IllegalStateException(missing.size() + " never arrived, such as " + missing.keySet());
            }
            LockSupport.parkNanos(1_000_000);
        }
        return due.entrySet().stream().map(entry -> arrivals.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                .toList();
    }

    /// Between two kinds of arrival of the same things.
    Latencies from(Pace earlier, List<String> names) {
        return new Latencies(names.stream()
                .map(name -> arrivals.getOrDefault(name, 0L) - earlier.arrivals.getOrDefault(name, 0L)).toList());
    }
}
