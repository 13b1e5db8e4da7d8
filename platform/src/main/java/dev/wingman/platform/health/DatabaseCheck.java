package dev.wingman.platform.health;

import java.time.Duration;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The database answers within two seconds.
@Readiness
class DatabaseCheck implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;

    DatabaseCheck(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select 1").execute().ifNoItem().after(PATIENCE).fail()
                .map(_ -> HealthCheckResponse.named("database").up().build()).onFailure()
                .recoverWithItem(HealthCheckResponse.named("database").down().build());
    }
}
