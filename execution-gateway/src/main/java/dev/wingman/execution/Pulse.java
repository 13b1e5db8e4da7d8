package dev.wingman.execution;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Keeps a started stage in this process' hand, and knows when it slipped: a process that was stopped for a while must not go on where another took over.
final class Pulse implements AutoCloseable {

    /// The grant ran out before anything was done.
    static final class TooLate extends RuntimeException {
        TooLate() {
            super("the grant ran out");
        }
    }

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
    private final BooleanSupplier grantLives;
    private volatile long lastBeat;
    private volatile boolean lost;
    private boolean acted;

    /// @param silentAtMost after so long without a sign another may take over; half of that we are sure that none did
    Pulse(Journal journal, UUID execution, UUID holder, Duration silentAtMost, BooleanSupplier grantLives) {
        this.journal = journal;
        this.execution = execution;
        this.holder = holder;
        this.grantLives = grantLives;
        this.sure = silentAtMost.dividedBy(2);
        // That the stage is ours is not known before a first beat says so: much may have passed since it was begun.
        this.lastBeat = System.nanoTime() - sure.toNanos();
        this.beating = Thread.ofVirtual().name("pulse-" + execution).start(this::beatOn);
    }

    /// Ask right before each call that changes something: the stage must be ours, and at the first call the grant must still live.
    void check() {
        checkHeld();
        if (!acted && !grantLives.getAsBoolean()) {
            throw new TooLate();
        }
        acted = true;
    }

    /// Fails unless the stage is ours at this moment.
    void checkHeld() {
        if (lost || System.nanoTime() - lastBeat >= sure.toNanos() && !beat()) {
            throw new Lost();
        }
    }

    private void beatOn() {
        try {
            do {
                beat();
                Thread.sleep(sure.dividedBy(4));
            } while (!lost);
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
            } else {
                lost = true;
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
