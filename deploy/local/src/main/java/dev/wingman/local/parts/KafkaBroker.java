package dev.wingman.local.parts;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/// A Kafka broker and its controller in one process (KRaft). With users, everybody logs in (SASL/PLAIN) and may do only
/// what the access table says; without, it is the plain broker of tests.
///
/// `classPath` must be readable by `account`; `startOption` tells the JVM of its [StartCache].
public record KafkaBroker(String classPath, Path folder, int port, int controllerPort, Optional<BrokerUsers> users,
        Account account, Optional<String> startOption) implements Part {

    private static final int PATIENCE_MILLIS = 1_500;

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void prepare() {
        account.privateFolder(folder);
        account.privateFolder(folder.resolve("data"));
        var properties = settings();
        users.ifPresent(known -> secure(properties, known));
        account.privateFile(configuration(), text(properties));
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-Dslf4j.provider=org.slf4j.jul.JULServiceProvider"));
        startOption.ifPresent(command::add);
        command.addAll(List.of("-cp", classPath, BrokerMain.class.getName(), configuration().toString()));
        return command;
    }

    @Override
    public boolean ready() {
        if (Ports.isFree(port)) {
            return false;
        }
        try (var admin = Admin.create(administration())) {
            return !admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /// What a client that administers needs; it may do everything.
    public Map<String, Object> administration() {
        var settings = new java.util.HashMap<String, Object>(Map.of("bootstrap.servers", address(),
                "request.timeout.ms", "5000", "default.api.timeout.ms", "10000", "reconnect.backoff.max.ms", "200"));
        users.ifPresent(known -> settings.putAll(client(BrokerUsers.ADMINISTRATOR, known.administratorPassword())));
        return settings;
    }

    /// What a client that logs in needs beside the address.
    public static Map<String, String> client(String user, String password) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                BrokerUsers.login(user, password));
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of("node.id", "1", "process.roles", "broker,controller", "listeners",
                "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
                "advertised.listeners", "BROKER://127.0.0.1:" + port, "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "BROKER", "listener.security.protocol.map",
                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT", "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "log.dirs", folder.resolve("data").toAbsolutePath().toString()));
        settings.putAll(Map.of("auto.create.topics.enable", "false", "log.message.timestamp.type", "LogAppendTime",
                "group.initial.rebalance.delay.ms", "0", "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1", "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        // A broker that was killed is taken back only when its last life's session has ended, by default after nine seconds.
        settings.putAll(Map.of("broker.session.timeout.ms", "4000", "broker.heartbeat.interval.ms", "500"));
        settings.putAll(Map.of("num.network.threads", "2", "num.io.threads", "2", "log.cleaner.dedupe.buffer.size",
                "2097152", "background.threads", "2", "log.segment.bytes", "67108864", "log.index.size.max.bytes",
                "1048576"));
        return settings;
    }

    private static void secure(Properties settings, BrokerUsers users) {
        settings.putAll(Map.of("listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN", "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "sasl.mechanism.controller.protocol", "PLAIN", "listener.name.broker.plain.sasl.jaas.config",
                users.acceptance(), "listener.name.controller.plain.sasl.jaas.config", users.acceptance(),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer", "super.users",
                "User:" + BrokerUsers.ADMINISTRATOR));
    }

    private static String text(Properties properties) {
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Path configuration() {
        return folder.resolve("server.properties").toAbsolutePath();
    }
}
