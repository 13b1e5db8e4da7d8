package dev.wingman.platform;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/// Broker or database do not answer: ask again with back-off and take no new work. Over HTTP a 503.
public final class Unavailable extends RuntimeException {

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }

    /// A failure that passes by itself, or is caused by one: the connection, the server's resources, a lost race of two transactions.
    public static boolean passes(Throwable failure) {
        if (failure instanceof PgException refused) {
            var state = refused.getSqlState();
            return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
                    || state.startsWith("40") || state.startsWith("58");
        }
        return failure instanceof Unavailable || failure instanceof IOException || failure instanceof VertxException
                || failure instanceof NoStackTraceThrowable || failure instanceof TimeoutException
                || failure.getCause() != null && failure.getCause() != failure && passes(failure.getCause());
    }
}
