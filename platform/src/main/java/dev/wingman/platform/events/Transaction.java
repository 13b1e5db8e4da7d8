package dev.wingman.platform.events;

import java.util.ArrayList;
import java.util.List;

import io.vertx.mutiny.sqlclient.SqlConnection;

/// An open database transaction. A story passes it on; only a database edge looks inside.
public final class Transaction {

    private final SqlConnection connection;
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    /// Runs once the commit stands; never if it does not. For what may be lost, such as waking somebody up.
    public void afterCommit(Runnable step) {
        afterwards.add(step);
    }

    void committed() {
        afterwards.forEach(Runnable::run);
    }

    public SqlConnection sql() {
        return connection;
    }
}
