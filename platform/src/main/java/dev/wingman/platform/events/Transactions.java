package dev.wingman.platform.events;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;

import dev.wingman.platform.Unavailable;

/// Runs work in one transaction; a database that does not answer becomes [Unavailable].
@ApplicationScoped
public class Transactions {

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    public <T> Uni<T> in(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> committed(work)).onFailure(Transactions::passes)
                .transform(cause -> new Unavailable("the database does not answer", cause));
    }

    private <T> Uni<T> committed(Function<Transaction, Uni<T>> work) {
        var afterwards = new AtomicReference<Runnable>(() -> {
        });
        return pool.withTransaction(connection -> {
            var transaction = new Transaction(connection);
            afterwards.set(transaction::committed);
            return work.apply(transaction);
        }).invoke(() -> Objects.requireNonNull(afterwards.get()).run());
    }

    /// A failure that passes by itself: the connection, the server's resources, a lost race of two transactions.
    static boolean passes(Throwable failure) {
        if (failure instanceof PgException refused) {
            var state = refused.getSqlState();
            return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
                    || state.startsWith("40") || state.startsWith("58");
        }
        return failure instanceof java.io.IOException || failure instanceof io.vertx.core.VertxException
                || failure instanceof io.vertx.core.impl.NoStackTraceThrowable
                || failure instanceof java.util.concurrent.TimeoutException;
    }
}
