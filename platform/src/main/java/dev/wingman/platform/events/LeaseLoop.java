package dev.wingman.platform.events;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

/// Takes leased pieces from a table and carries them out: so many at once, the next as soon as one ends. What is ours by the table and in
/// nobody's hand is freed first: this replica died, or the database did before it answered.
public final class LeaseLoop<T> {

    private static final Logger LOG = Logger.getLogger(LeaseLoop.class);
    private static final Duration ROUND = Duration.ofMillis(250);

    private final String name;
    private final int atOnce;
    private final Pieces<T> pieces;
    private final Set<UUID> inHand = new HashSet<>();
    /// Pieces may be ours by the table and in nobody's hand.
    private boolean adrift = true;
    private boolean taking;
    private boolean wanted;
    private boolean stopped;

    /// Where the pieces come from, and what becomes of one.
    public interface Pieces<T> {

        UUID key(T piece);

        /// Frees what this replica holds but for these.
        Uni<Void> release(Set<UUID> inHand);

        Uni<List<T>> take(int atMost);

        /// Ends once the table knows how it ended. A failure says that it may not.
        Uni<Void> carry(T piece);
    }

    /// @param name of the pieces, for the log
    public LeaseLoop(String name, int atOnce, Pieces<T> pieces) {
        this.name = name;
        this.atOnce = atOnce;
        this.pieces = pieces;
    }

    /// Looks in rounds too, since a wake may be lost, and a lease may end.
    public void start(Vertx vertx) {
        vertx.setPeriodic(1, ROUND.toMillis(), _ -> look());
    }

    public synchronized void stop() {
        stopped = true;
    }

    /// Looks now: there may be something to take.
    public synchronized void look() {
        if (taking || stopped || inHand.size() >= atOnce) {
            wanted = true;
            return;
        }
        taking = true;
        wanted = false;
        var free = atOnce - inHand.size();
        var released = adrift ? pieces.release(Set.copyOf(inHand)) : Uni.createFrom().voidItem();
        adrift = false;
        released.chain(() -> pieces.take(free)).subscribe().with(this::took, this::notTaken);
    }

    private void took(List<T> taken) {
        synchronized (this) {
            taking = false;
            taken.forEach(one -> inHand.add(pieces.key(one)));
            wanted |= !taken.isEmpty();
        }
        taken.forEach(this::carry);
        lookIfWanted();
    }

    /// The database may have carried it out and died before it said so.
    private synchronized void notTaken(Throwable failure) {
        LOG.warnf("event=%s-wait reason=\"%s: %s\"", name, failure.getClass().getSimpleName(), failure.getMessage());
        taking = false;
        adrift = true;
    }

    private void carry(T piece) {
        Uni.createFrom().deferred(() -> pieces.carry(piece)).subscribe().with(_ -> freed(piece, false),
                failure -> freed(piece, true));
    }

    /// What waited behind this one may go now. Where the table did not answer, the next round is soon enough.
    private void freed(T piece, boolean unsettled) {
        synchronized (this) {
            inHand.remove(pieces.key(piece));
            adrift |= unsettled;
            wanted |= !unsettled;
        }
        lookIfWanted();
    }

    private void lookIfWanted() {
        boolean now;
        synchronized (this) {
            now = wanted;
        }
        if (now) {
            look();
        }
    }
}
