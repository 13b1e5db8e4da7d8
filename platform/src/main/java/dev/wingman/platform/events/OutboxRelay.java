package dev.wingman.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

import dev.wingman.contracts.WireRecord;
import dev.wingman.platform.Unavailable;

/// Carries the outbox to the topics, in the order of commits. One relay a service: the replica that holds the advisory lock, on the connection on
/// which it also hears of new rows. It deletes what the broker acknowledged; a crash in between repeats records, never loses one.
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('outbox'), hashtext(current_schema))";
    private static final String NEXT = "select seq, topic, key, headers, value from outbox order by seq limit "
            + AT_ONCE;
    private static final String DELETE = "delete from outbox where seq = any($1)";

    private final Pool pool;
    private final Vertx vertx;
    private final Publisher publisher;
    private volatile boolean stopped;

    OutboxRelay(Pool pool, Vertx vertx, Publisher publisher) {
        this.pool = pool;
        this.vertx = vertx;
        this.publisher = publisher;
    }

    void start(@Observes StartupEvent starting) {
        connect();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void connect() {
        if (!stopped) {
            pool.getConnection().subscribe().with(this::contend, failure -> later(this::connect));
        }
    }

    private void contend(SqlConnection connection) {
        connection.query(LOCK).execute().map(rows -> rows.iterator().next().getBoolean(0)).subscribe()
                .with(held -> {
                    if (held) {
                        listen(connection);
                    } else {
                        release(connection);
                    }
                }, failure -> release(connection));
    }

    private void listen(SqlConnection connection) {
        var session = new Session(connection);
        connection.closeHandler(() -> {
            if (session.end()) {
                later(this::connect);
            }
        });
        PgConnection.cast(connection.getDelegate()).notificationHandler(_ -> session.nudge());
        connection.query("select current_schema").execute()
                .chain(rows -> connection
                        .query("listen \"outbox_" + rows.iterator().next().getString(0) + "\"").execute())
                .subscribe().with(_ -> session.nudge(), failure -> {
                    if (session.end()) {
                        drop(connection);
                    }
                });
    }

    private void release(SqlConnection connection) {
        connection.close().subscribe().with(_ -> later(this::connect), failure -> later(this::connect));
    }

    /// A connection that goes back to the pool keeps neither the lock nor the ear.
    private void drop(SqlConnection connection) {
        connection.query("unlisten *; select pg_advisory_unlock_all()").execute().onItemOrFailure()
                .transformToUni((_, _) -> connection.close()).subscribe()
                .with(_ -> later(this::connect), failure -> later(this::connect));
    }

    private void later(Runnable step) {
        if (!stopped) {
            vertx.setTimer(PAUSE.toMillis(), _ -> step.run());
        }
    }

    /// How the sending of a record ended.
    private enum Sent {
        THERE, WAITS, NEVER
    }

    /// One hold of the lock: one batch under way at a time.
    private final class Session {

        private final SqlConnection connection;
        private boolean busy;
        private boolean again;
        private boolean over;

        Session(SqlConnection connection) {
            this.connection = connection;
        }

        /// Another session carries on; true for who ended this one.
        synchronized boolean end() {
            var first = !over;
            over = true;
            return first;
        }

        synchronized void nudge() {
            if (over) {
                return;
            }
            if (busy || stopped) {
                again = true;
                return;
            }
            busy = true;
            again = false;
            connection.query(NEXT).execute().chain(rows -> carry(rows)).subscribe().with(this::carried, this::failed);
        }

        private Uni<Integer> carry(Iterable<Row> rows) {
            var seqs = new ArrayList<Long>();
            var records = new ArrayList<WireRecord>();
            for (var row : rows) {
                seqs.add(row.getLong(0));
                records.add(Wire.row(row.getString(1), row.getString(2), (JsonObject) row.getValue(3),
                        row.getBuffer(4).getBytes()));
            }
            return seqs.isEmpty()
                    ? Uni.createFrom().item(0)
                    : Uni.join().all(records.stream().map(this::sent).toList()).andFailFast()
                            .chain(sent -> settle(seqs, sent));
        }

        /// What the broker has may go, even where another record of the batch must wait. What no broker will ever take holds nobody back.
        private Uni<Integer> settle(List<Long> seqs, List<Sent> sent) {
            var gone = IntStream.range(0, seqs.size()).filter(i -> sent.get(i) != Sent.WAITS).mapToObj(seqs::get)
                    .toList();
            return delete(gone).map(_ -> {
                if (gone.size() < seqs.size()) {
                    throw new Unavailable("the broker does not answer");
                }
                return seqs.size();
            });
        }

        private Uni<Sent> sent(WireRecord record) {
            return publisher.publish(record).replaceWith(Sent.THERE).onFailure(Unavailable.class)
                    .recoverWithItem(failure -> {
                        if (failure.getCause() instanceof RecordTooLargeException) {
                            LOG.errorf("event=outbox-drops reason=too-large record=\"%s\"", record);
                            return Sent.NEVER;
                        }
                        return Sent.WAITS;
                    });
        }

        private Uni<Void> delete(List<Long> seqs) {
            return connection.preparedQuery(DELETE).execute(Tuple.of(seqs.toArray(Long[]::new))).replaceWithVoid();
        }

        private synchronized void carried(int count) {
            busy = false;
            if (again || count == AT_ONCE) {
                nudge();
            }
        }

        private void failed(Throwable failure) {
            LOG.warnf("event=outbox-waits reason=\"%s\"", failure.getMessage());
            vertx.setTimer(PAUSE.toMillis(), _ -> carried(AT_ONCE));
        }
    }
}
