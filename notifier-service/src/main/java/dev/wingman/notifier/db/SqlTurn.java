package dev.wingman.notifier.db;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import dev.wingman.notifier.Turn;

/// [Turn] by an advisory lock: it is ours as long as the connection that took it.
@ApplicationScoped
class SqlTurn implements Turn {

    private static final Logger LOG = Logger.getLogger(SqlTurn.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('telegram'), hashtext(current_schema))";

    private final Pool pool;
    private final Vertx vertx;
    private volatile boolean stopped;

    SqlTurn(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    @Override
    public void whenever(Supplier<Uni<Duration>> round) {
        if (!stopped) {
            pool.getConnection().subscribe().with(connection -> contend(connection, round), failure -> {
                told(failure);
                after(PAUSE, () -> whenever(round));
            });
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void contend(SqlConnection connection, Supplier<Uni<Duration>> round) {
        connection.query(LOCK).execute().map(rows -> rows.iterator().next().getBoolean(0)).subscribe()
                .with(held -> {
                    if (held) {
                        begin(connection, round);
                    } else {
                        release(connection, round);
                    }
                }, failure -> {
                    told(failure);
                    release(connection, round);
                });
    }

    private static void told(Throwable failure) {
        LOG.warnf("event=turn-waits reason=\"%s: %s\"", failure.getClass().getSimpleName(), failure.getMessage());
    }

    private void begin(SqlConnection connection, Supplier<Uni<Duration>> round) {
        var session = new Session(round);
        connection.closeHandler(() -> {
            session.over = true;
            LOG.warn("event=turn-lost");
            after(PAUSE, () -> whenever(round));
        });
        LOG.info("event=turn-taken");
        session.next();
    }

    private void release(SqlConnection connection, Supplier<Uni<Duration>> round) {
        connection.close().subscribe().with(_ -> after(PAUSE, () -> whenever(round)),
                failure -> after(PAUSE, () -> whenever(round)));
    }

    private void after(Duration pause, Runnable step) {
        if (!stopped) {
            vertx.setTimer(Math.max(1, pause.toMillis()), _ -> step.run());
        }
    }

    /// One hold of the lock.
    private final class Session {

        private final Supplier<Uni<Duration>> round;
        private volatile boolean over;

        Session(Supplier<Uni<Duration>> round) {
            this.round = round;
        }

        void next() {
            if (!over && !stopped) {
                Uni.createFrom().deferred(round::get).subscribe().with(pause -> after(pause, this::next),
                        failure -> {
                            told(failure);
                            after(PAUSE, this::next);
                        });
            }
        }
    }
}
