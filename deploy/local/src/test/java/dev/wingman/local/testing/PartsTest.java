package dev.wingman.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PartsTest {

    private static final String TOPIC = "wingman.claims.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void keepsWhatWasPublishedWhenTheBrokerIsKilled() {
        Topics.publish(TOPIC, "acme", Map.of("ce_type", "claim-recorded", "ce_id", "kept"), "{}".getBytes(UTF_8));

        Parts.broker().kill();
        Parts.broker().start();

        var found = Topics.await(TOPIC, PATIENCE, record -> record.header("ce_id").equals("kept"));
        assertThat(found.key()).isEqualTo("acme");
        assertThat(found.text()).isEqualTo("{}");
    }

    @Test
    void keepsWhatWasCommittedWhenPostgresIsKilled() throws SQLException {
        var settings = Parts.settings("auditor-service");
        run(settings, "CREATE TABLE IF NOT EXISTS kept (word text)");
        run(settings, "INSERT INTO kept VALUES ('here')");

        Parts.postgres().kill();
        Parts.postgres().start();

        assertThat(first(settings, "SELECT word FROM auditor_service.kept")).isEqualTo("here");
    }

    @Test
    void servesRedisAgainAfterAKill() {
        Parts.redis().kill();
        Parts.redis().start();

        assertThat(Parts.redis().part().ready()).isTrue();
    }

    @Test
    void hidesAServicesTablesFromTheOthers() throws SQLException {
        var auditor = Parts.settings("auditor-service");
        var watcher = Parts.settings("watcher-service");
        run(auditor, "CREATE TABLE IF NOT EXISTS secret (word text)");

        assertThat(org.assertj.core.api.Assertions
                .catchThrowable(() -> first(watcher, "SELECT word FROM auditor_service.secret")))
                .hasMessageContaining("permission denied");
    }

    private static void run(Map<String, String> settings, String sql) throws SQLException {
        try (var connection = connect(settings); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(Map<String, String> settings, String sql) throws SQLException {
        try (var connection = connect(settings); var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getString(1);
        }
    }

    private static java.sql.Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
                settings.getOrDefault("quarkus.datasource.username", ""),
                settings.getOrDefault("quarkus.datasource.password", ""));
    }
}
