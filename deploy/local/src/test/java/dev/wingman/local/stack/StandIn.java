package dev.wingman.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import com.sun.net.httpserver.HttpServer;

/// Takes a service's place where only the launcher is tested: it reads the settings that a service gets and is healthy.
/// A file `broken` in its own folder makes it die at its start.
public final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of("config", "application.properties"))) {
            settings.load(in);
        }
        if (Files.exists(Path.of("broken"))) {
            throw new IllegalStateException("broken on purpose");
        }
        serve(settings.getProperty("quarkus.management.port"));
        if (settings.containsKey("quarkus.http.port")) {
            serve(settings.getProperty("quarkus.http.port"));
        }
    }

    private static void serve(String port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)),
                0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
