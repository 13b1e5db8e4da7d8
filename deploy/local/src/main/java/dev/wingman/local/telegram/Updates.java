package dev.wingman.local.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What waits for the bot. An update stays until the bot asks for one with a higher id: only that confirms it.
final class Updates {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private final Set<String> pressed = new HashSet<>();
    private long lastId;
    private long poll;

    /// Ids rise from `first`: a bot that remembers those of an earlier run must not take new updates for old ones.
    Updates(long first) {
        this.lastId = first - 1;
    }

    ObjectNode add(ObjectNode update) {
        lock.lock();
        try {
            waiting.add(update.put("update_id", ++lastId));
            arrived.signalAll();
            return update;
        } finally {
            lock.unlock();
        }
    }

    /// The same update again, as Telegram sends it when a confirmation was lost.
    void repeat(ObjectNode update) {
        lock.lock();
        try {
            waiting.addFirst(update);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits up to `timeout` for an update of at least `offset`. A second poll ends the first with 409, as Telegram does.
    List<ObjectNode> await(long offset, int limit, Duration timeout) {
        lock.lock();
        try {
            long mine = ++poll;
            arrived.signalAll();
            waiting.removeIf(update -> update.path("update_id").asLong() < offset);
            long left = timeout.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
                if (mine != poll) {
                    throw new Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one "
                            + "bot instance is running");
                }
            }
            return waiting.stream().limit(limit).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /// The next one to bring to a webhook; it stays until [#brought].
    Optional<ObjectNode> next(Duration timeout) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Optional.ofNullable(waiting.peek());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void brought(ObjectNode update) {
        lock.lock();
        try {
            waiting.remove(update);
        } finally {
            lock.unlock();
        }
    }

    /// Somebody pressed, and his client waits for an answer.
    void expectAnswer(String callbackId) {
        lock.lock();
        try {
            pressed.add(callbackId);
        } finally {
            lock.unlock();
        }
    }

    /// Whether there was such a press.
    boolean answer(String callbackId) {
        lock.lock();
        try {
            return pressed.contains(callbackId);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    static Duration seconds(long seconds) {
        return Duration.of(Math.clamp(seconds, 0, 50), TimeUnit.SECONDS.toChronoUnit());
    }
}
