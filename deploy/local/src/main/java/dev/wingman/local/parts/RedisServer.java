package dev.wingman.local.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/// Redis with a password and an append-only file. Wingman keeps nothing there that may not be lost; the file only
/// spares rate limits and idempotency memory a restart.
public record RedisServer(Programs programs, Path folder, int port, String password, Account account) implements Part {

    private static final int PATIENCE_MILLIS = 500;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void prepare() {
        account.privateFolder(folder);
        account.privateFolder(folder.resolve("data"));
        account.privateFile(configuration(), """
                bind 127.0.0.1
                protected-mode yes
                port %d
                requirepass %s
                dir %s
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 128mb
                maxmemory-policy volatile-ttl
                """.formatted(port, password, folder.resolve("data").toAbsolutePath()));
    }

    @Override
    public List<String> command() {
        return List.of(programs.redis().toString(), configuration().toString());
    }

    @Override
    public boolean ready() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(US_ASCII));
            var expected = "+OK\r\n+PONG\r\n";
            return new String(socket.getInputStream().readNBytes(expected.length()), US_ASCII).equals(expected);
        } catch (IOException e) {
            return false;
        }
    }

    /// The address with its password: belongs into a private file, never on a command line.
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    private Path configuration() {
        return folder.resolve("redis.conf").toAbsolutePath();
    }
}
