package dev.wingman.local.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether this machine has a Docker engine. A test that needs one says `@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")` and is then
/// never left out in silence: without an engine one loud line says so, and `-Dwingman.docker=required` makes it fail.
public final class DockerEngine {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final byte[] PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(US_ASCII);

    private DockerEngine() {}

    /// Where the engine listens, as `unix:///…`.
    public static String address() {
        return "unix://" + SOCKET;
    }

    /// Whether it answers a ping. If not, says so, or fails where an engine is required.
    public static boolean answers() {
        if (pings()) {
            return true;
        }
        if (required()) {
            throw new IllegalStateException("a Docker engine is required, and none answers at " + SOCKET);
        }
        System.out.println("NOT RUN without a Docker engine: none answers at " + SOCKET
                + " (-Dwingman.docker=required makes this a failure)");
        return false;
    }

    /// Whether a test can be run that is about this machine's engine and needs something besides. If not, says what stays untested, or fails
    /// where an engine is required.
    public static boolean allows(boolean test, String about) {
        if (test) {
            return true;
        }
        if (required()) {
            throw new IllegalStateException(
                    "-Dwingman.docker=required leaves nothing out, and this cannot be tested here: "
                            + about);
        }
        System.out.println("NOT TESTED: " + about + " (-Dwingman.docker=required makes this a failure)");
        return false;
    }

    private static boolean required() {
        return "required".equals(System.getProperty("wingman.docker"));
    }

    private static boolean pings() {
        if (!Files.exists(SOCKET)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(SOCKET));
            channel.write(ByteBuffer.wrap(PING));
            var answer = ByteBuffer.allocate(12);
            var open = true;
            while (open && answer.hasRemaining()) {
                open = channel.read(answer) >= 0;
            }
            return new String(answer.array(), US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }
}
