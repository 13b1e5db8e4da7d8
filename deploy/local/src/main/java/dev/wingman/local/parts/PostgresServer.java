package dev.wingman.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import dev.wingman.local.LocalFault;

/// Postgres with one database, `wingman`, in which each service has a role and a schema of its own.
///
/// It listens on 127.0.0.1 only and has no unix socket: the password is the one way in.
public record PostgresServer(Programs programs, Path folder, int port, String password, Account account,
        Durability durability) implements Part {

    public static final String DATABASE = "wingman";
    private static final String ADMINISTRATOR = "wingman_administrator";
    private static final long INITIALISING_SECONDS = 60;

    /// Whether a commit waits for the disk. Without, a killed process loses nothing, a power cut may.
    public enum Durability {
        DISK, MEMORY
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() {
        account.privateFolder(folder);
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        var secret = account.privateFile(folder.resolve("password"), password);
        try {
            var output = folder.resolve("initdb.log");
            var process = new ProcessBuilder(as(List.of(program("initdb"), "-D", data().toString(), "-U", ADMINISTRATOR,
                    "--auth=scram-sha-256", "--pwfile=" + secret, "--encoding=UTF8", "--locale=C", "--no-sync")))
                    .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(INITIALISING_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LocalFault("Postgres cannot make its data in " + data() + ": see " + output);
            }
        } catch (IOException e) {
            throw new LocalFault("Postgres cannot make its data in " + data() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("interrupted while Postgres made its data", e);
        } finally {
            discard(secret);
        }
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(
                List.of(program("postgres"), "-D", data().toString(), "-p", String.valueOf(port)));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return named(command);
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
                "max_connections=200", "shared_buffers=64MB", "timezone=UTC", "log_timezone=UTC"));
        if (durability == Durability.MEMORY) {
            settings.addAll(List.of("fsync=off", "full_page_writes=off"));
        }
        return settings;
    }

    @Override
    public boolean ready() {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /// Makes the database if it is missing; nobody may connect who has no role.
    public void createDatabase() {
        administer("postgres", connection -> {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                run(connection, "CREATE DATABASE " + DATABASE);
            }
            run(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        });
    }

    /// A role with a schema of the same name on its search path, which no other role can look into.
    public void createRole(String role, String secret) {
        var name = identifier(role);
        administer(DATABASE, connection -> {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                run(connection, "CREATE ROLE " + name + " LOGIN");
            }
            run(connection, "ALTER ROLE " + name + " PASSWORD '" + secret.replace("'", "''") + "'");
            run(connection, "ALTER ROLE " + name + " SET search_path = " + name);
            run(connection, "GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + name);
            run(connection, "CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name);
        });
    }

    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /// The role of a service: its folder's name with `_` for `-`.
    public static String roleOf(String service) {
        return service.replace('-', '_');
    }

    private interface Administration {
        void on(Connection connection) throws SQLException;
    }

    private void administer(String database, Administration administration) {
        try (var connection = connect(database)) {
            administration.on(connection);
        } catch (SQLException e) {
            throw new LocalFault("Postgres on port " + port + " refuses: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String identifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a role's name: " + name);
        }
        return name;
    }

    private Connection connect(String database) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", ADMINISTRATOR);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "30");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, settings);
    }

    /// Postgres refuses to run as an id that the password file does not know. In a user namespace without a mapping
    /// it sees itself as `nobody`, whom every password file knows; outside it stays the id that it was given.
    private List<String> named(List<String> command) {
        if (account.uid().isEmpty()) {
            return command;
        }
        var named = new ArrayList<>(List.of("unshare", "--user"));
        named.addAll(command);
        return named;
    }

    private List<String> as(List<String> command) {
        return account.wrap(named(command));
    }

    private String program(String name) {
        return programs.postgres().resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return folder.resolve("data").toAbsolutePath();
    }

    private static void discard(Path secret) {
        try {
            Files.deleteIfExists(secret);
        } catch (IOException e) {
            throw new LocalFault("cannot remove " + secret + ": remove it by hand, it holds a password", e);
        }
    }
}
