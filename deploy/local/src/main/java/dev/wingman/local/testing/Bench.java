package dev.wingman.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Service;
import dev.wingman.local.keys.Keys;
import dev.wingman.local.parts.Account;
import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.KafkaBroker;
import dev.wingman.local.parts.Ports;
import dev.wingman.local.parts.PostgresServer;
import dev.wingman.local.parts.Programs;
import dev.wingman.local.parts.RedisServer;
import dev.wingman.local.parts.Starter;
import dev.wingman.local.parts.TopicTable;
import dev.wingman.local.parts.Topology;

/// The parts of one test run. Several class loaders of one JVM see the same run, so where it is lies in system
/// properties, as text; what runs is found again by its pid files.
record Bench(Path folder, List<Integer> ports) {

    static final String PASSWORD = "only-for-tests";
    private static final String FOLDER = "wingman.test.folder";
    private static final String PORTS = "wingman.test.ports";
    private static final String GUARDIAN = "wingman.test.guardian";
    /// The same object in every class loader.
    private static final String LOCK = "wingman.test.lock".intern();
    /// Postgres refuses to run as root: there it gets an id that nobody has.
    private static final int POSTGRES_UID = 61_002;

    /// The run of this JVM; the first call starts it.
    static Bench running() {
        synchronized (LOCK) {
            var folder = System.getProperty(FOLDER);
            if (folder != null) {
                var ports = List.of(System.getProperty(PORTS, "").split(","));
                return new Bench(Path.of(folder), ports.stream().map(Integer::valueOf).toList());
            }
            return fresh();
        }
    }

    private static Bench fresh() {
        try {
            var folder = Files.createTempDirectory("wingman-test-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            var bench = new Bench(folder, Ports.free(4));
            bench.start();
            System.setProperty(PORTS, String.join(",", bench.ports().stream().map(String::valueOf).toList()));
            System.setProperty(FOLDER, folder.toString());
            return bench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        startGuardian();
        for (var service : Service.values()) {
            keys().makeSigningKey(service.folder(), Account.own());
        }
        starter().start(List.of(kafka(), postgres(), redis()));
        List.of("kafka", "postgres", "redis")
                .forEach(name -> Daemon.recorded(starter().record(name)).ifPresent(Bench::guard));
        new Topology(kafka().administration()).createTopics(TopicTable.wanted());
        postgres().createDatabase();
    }

    KafkaBroker kafka() {
        return new KafkaBroker(System.getProperty("java.class.path"), folder.resolve("kafka"), ports.get(0),
                ports.get(1), Optional.empty(), Account.own(), Optional.empty());
    }

    PostgresServer postgres() {
        var account = Account.canSwitch() ? Account.of(POSTGRES_UID) : Account.own();
        return new PostgresServer(Programs.shared(), folder.resolve("postgres"), ports.get(2), PASSWORD, account,
                PostgresServer.Durability.MEMORY);
    }

    RedisServer redis() {
        return new RedisServer(Programs.shared(), folder.resolve("redis"), ports.get(3), PASSWORD, Account.own());
    }

    /// The keys of the seven services.
    Keys keys() {
        return new Keys(folder);
    }

    /// The key of the token issuer. Such keys take seconds to make: all test runs of a user share two.
    static Keys issuer() {
        return issuer("issuer");
    }

    static Keys strangers() {
        return issuer("strangers");
    }

    private static Keys issuer(String name) {
        return new Keys(Programs.shared().once("test-" + name, fresh -> new Keys(fresh).makeIssuer()));
    }

    Starter starter() {
        return new Starter(folder);
    }

    /// A shell that waits for this JVM to end, however it ends, and then ends the parts and removes their folder: it
    /// sees the end of its input, which even a `kill -9` of the JVM brings.
    private void startGuardian() throws IOException {
        var script = "while read -r pid; do pids=\"$pids $pid\"; done; kill -9 $pids 2>/dev/null; rm -rf \"$0\"";
        var guardian = new ProcessBuilder("setsid", "sh", "-c", script, folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        System.setProperty(GUARDIAN, String.valueOf(guardian.pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(guardian::pid, "keeps the guardian's input open until now"));
    }

    /// Tells the guardian of one more process. Its input is reached through /proc, since a class loader may not hold
    /// the object that another one made.
    static void guard(Daemon daemon) {
        var input = Path.of("/proc", System.getProperty(GUARDIAN, "self"), "fd", "0");
        try {
            Files.writeString(input, daemon.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
