package dev.wingman.notifier.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many things in so much time for each of many; of a crowd, the latest are remembered.
public final class Allowance {

    private static final int REMEMBERED = 10_000;

    private record Window(Instant began, int taken) {}

    private final int most;
    private final Duration span;
    private final Map<Long, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Allowance(int most, Duration span) {
        this.most = most;
        this.span = span;
    }

    /// Whether there was one left.
    public synchronized boolean take(long who, Instant now) {
        var window = windows.get(who);
        if (window == null || !now.isBefore(window.began.plus(span))) {
            windows.put(who, new Window(now, 1));
            return true;
        }
        windows.put(who, new Window(window.began, window.taken + 1));
        return window.taken < most;
    }
}
