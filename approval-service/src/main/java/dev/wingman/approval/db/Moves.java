package dev.wingman.approval.db;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import org.jboss.logging.Logger;

import dev.wingman.approval.Waiting;

/// Hears from the database of each approval that moved, whichever replica moved it, on a connection of its own.
@ApplicationScoped
class Moves {

    private static final Logger LOG = Logger.getLogger(Moves.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Pool pool;
    private final Vertx vertx;
    private final Waiting waiting;
    private volatile boolean stopped;

    Moves(Pool pool, Vertx vertx, Waiting waiting) {
        this.pool = pool;
        this.vertx = vertx;
        this.waiting = waiting;
    }

    void start(@Observes StartupEvent starting) {
        connect();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void connect() {
        if (!stopped) {
            pool.getConnection().subscribe().with(this::listen, failure -> later());
        }
    }

    private void listen(SqlConnection connection) {
        var over = new AtomicBoolean();
        connection.closeHandler(() -> {
            if (over.compareAndSet(false, true)) {
                later();
            }
        });
        PgConnection.cast(connection.getDelegate())
                .notificationHandler(told -> waiting.moved(UUID.fromString(told.getPayload())));
        connection.query("select current_schema").execute()
                .chain(rows -> connection.query("listen \"approval_" + rows.iterator().next().getString(0) + "\"")
                        .execute())
                .subscribe().with(_ -> waiting.all(), failure -> {
                    LOG.warnf("event=moves-not-heard reason=\"%s\"", failure.getMessage());
                    if (over.compareAndSet(false, true)) {
                        drop(connection);
                    }
                });
    }

    /// A connection that goes back to the pool listens no more.
    private void drop(SqlConnection connection) {
        connection.query("unlisten *").execute().onItemOrFailure().transformToUni((_, _) -> connection.close())
                .subscribe().with(_ -> later(), failure -> later());
    }

    private void later() {
        if (!stopped) {
            vertx.setTimer(PAUSE.toMillis(), _ -> connect());
        }
    }
}
