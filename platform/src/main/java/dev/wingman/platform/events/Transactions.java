package dev.wingman.platform.events;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import dev.wingman.platform.Unavailable;

/// Runs work in one transaction; a database that does not answer becomes [Unavailable].
@ApplicationScoped
public class Transactions {

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    public <T> Uni<T> in(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> committed(work)).onFailure(Unavailable::passes)
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
}
