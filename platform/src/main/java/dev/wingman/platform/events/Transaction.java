package dev.wingman.platform.events;

import io.vertx.mutiny.sqlclient.SqlConnection;

/// An open database transaction. A story passes it on; only a database edge looks inside.
public final class Transaction {

    private final SqlConnection connection;

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    public SqlConnection sql() {
        return connection;
    }
}
