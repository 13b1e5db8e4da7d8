package dev.wingman.local.docker;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.local.parts.Ports;

/// A container to practise on: it serves one page over a published port, so that somebody who holds no socket can see it live.
///
/// @param port where the page is, on 127.0.0.1
public record Practice(Engine engine, String name, int port) implements AutoCloseable {

    private static final String PAGE = "orders: 42\n";
    private static final int OWN = 8;

    /// Makes its image, and runs it; empty where this machine has nothing to make the image of.
    ///
    /// @param prefix of its name; the rest is its own, so that no other run's container is touched
    public static Optional<Practice> run(Engine engine, String prefix) {
        return run(engine, prefix, true);
    }

    /// One that ignores SIGTERM, so that the engine has to kill it in the end.
    public static Optional<Practice> stubborn(Engine engine, String prefix) {
        return run(engine, prefix, false);
    }

    private static Optional<Practice> run(Engine engine, String prefix, boolean hears) {
        return SmallImage.tar(PAGE).map(tar -> {
            var name = prefix + "-" + UUID.randomUUID().toString().substring(0, OWN);
            var practice = new Practice(engine, name, Ports.free(1).getFirst());
            try {
                engine.importImage(image(name), tar);
                engine.run(name, practice.definition(hears));
                return practice;
            } catch (RuntimeException e) {
                practice.close();
                throw e;
            }
        });
    }

    private static String image(String name) {
        return "wingman-practice/" + name;
    }

    /// An init process hands SIGTERM on; without one, it is not heard.
    private ObjectNode definition(boolean hears) {
        var definition = Engine.JSON.createObjectNode().put("Image", image(name) + ":1");
        definition.putArray("Cmd").add("/bin/busybox").add("httpd").add("-f").add("-p").add("8080").add("-h")
                .add("/www");
        definition.putObject("ExposedPorts").putObject("8080/tcp");
        definition.putObject("Labels").put("dev.wingman.practice", "true");
        var host = definition.putObject("HostConfig").put("Init", hears);
        host.putObject("PortBindings").putArray("8080/tcp").addObject().put("HostIp", "127.0.0.1").put("HostPort",
                String.valueOf(port));
        return definition;
    }

    public String state() {
        return engine.state(name);
    }

    /// Which run of it this is: a rebuilt container has another.
    public String id() {
        return engine.inspect(name).map(found -> found.path("Id").asText()).orElse("");
    }

    @Override
    public void close() {
        engine.remove(name);
        engine.removeImage(image(name));
    }
}
