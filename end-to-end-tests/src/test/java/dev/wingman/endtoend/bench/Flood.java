package dev.wingman.endtoend.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/// Somebody who makes one call so many times a second over so many connections, whatever he is answered, and counts the answers by their
/// status. A call that finds no connection free is not made: it would only measure how many the system lets one open.
final class Flood implements AutoCloseable {

    /// Where no answer came at all.
    private static final int NONE = 0;
    private static final int CONNECTIONS = 64;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Thread thread;

    Flood(HttpRequest call, int rate) {
        thread = Thread.ofPlatform().daemon().name("flood").start(() -> run(call, rate));
    }

    private void run(HttpRequest call, int rate) {
        var begin = System.nanoTime();
        for (long number = 0; !Thread.currentThread().isInterrupted(); number++) {
            LockSupport.parkNanos(begin + number * 1_000_000_000L / rate - System.nanoTime());
            if (free.tryAcquire()) {
                http.sendAsync(call, BodyHandlers.discarding()).whenComplete(this::count);
            }
        }
    }

    private void count(@Nullable HttpResponse<Void> answer, @Nullable Throwable failure) {
        free.release();
        answers.computeIfAbsent(answer == null ? NONE : answer.statusCode(), _ -> new LongAdder()).increment();
    }

    long answered(int status) {
        var count = answers.get(status);
        return count == null ? 0 : count.sum();
    }

    /// How many answers of each status there were.
    Map<Integer, Long> answers() {
        var counts = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
