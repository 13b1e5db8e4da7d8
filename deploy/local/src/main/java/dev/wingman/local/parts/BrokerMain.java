package dev.wingman.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// The broker's process. Formats its data folder at the first start.
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of(arguments[0]))) {
            settings.load(in);
        }
        format(Path.of(settings.getProperty("log.dirs")), Integer.parseInt(settings.getProperty("node.id")));
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path data, int node) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        clear(data);
        new Formatter().setNodeId(node).setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER").setMetadataLogDirectory(data.toString())
                .setDirectories(java.util.List.of(data.toString())).run();
    }

    /// A first start that was killed half-way leaves files, but no `meta.properties`.
    private static void clear(Path data) throws IOException {
        Programs.delete(data);
        Files.createDirectory(data);
    }
}
