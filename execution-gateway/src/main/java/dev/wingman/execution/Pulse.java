package dev.wingman.execution;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps a started stage in this process' hand, and knows when it slipped: a process that was stopped for a while must not go on where another took over.
final class Pulse implements AutoCloseable {

    /// This process may not act any more.
    static final class Lost extends RuntimeException {
        Lost() {
            super("another took over");
        }
    }

    private final Journal journal;
    private final UUID execution;
    private final UUID holder;
    private final Duration sure;
    private final Thread beating;
    private volatile long lastBeat = System.nanoTime();

    /// @param silentAtMost after so long without a sign another may take over; half of that we are sure that none did
    Pulse(Journal journal, UUID execution, UUID holder, Duration silentAtMost) {
        this.journal = journal;
        this.execution = execution;
        this.holder = holder;
        this.sure = silentAtMost.dividedBy(2);
        this.beating = Thread.ofVirtual().name("pulse-" + execution).start(this::beatOn);
    }

    /// Fails unless the stage is ours at this moment. Ask before each call that changes something.
    void check() {
        if (System.nanoTime() - lastBeat >= sure.toNanos() && !beat()) {
            throw new Lost();
        }
    }

    private void beatOn() {
        try {
            while (beat()) {
                Thread.sleep(sure.dividedBy(4));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A database that is away is no proof that the stage slipped, but none that it is ours either.
    private boolean beat() {
        var asked = System.nanoTime();
        try {
            var ours = journal.beat(execution, holder).subscribeAsCompletionStage().get(sure.toMillis(),
                    TimeUnit.MILLISECONDS);
            if (ours) {
                lastBeat = asked;
            }
            return ours;
        } catch (ExecutionException | TimeoutException e) {
            return System.nanoTime() - lastBeat < sure.toNanos();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        beating.interrupt();
    }
}
