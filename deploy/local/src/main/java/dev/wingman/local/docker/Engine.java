package dev.wingman.local.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.local.LocalFault;

/// The few calls of the Docker Engine API by which somebody who owns an engine makes, looks at and disturbs a container of his own.
public final class Engine {

    static final int OK = 200;
    static final Sent NOTHING = new Sent("application/json", new byte[0]);
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
    private static final int CHUNK = 16_384;

    record Sent(String type, byte[] body) {
        static Sent json(JsonNode body) {
            return new Sent("application/json", body.toString().getBytes(UTF_8));
        }
    }

    record Answer(int status, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final EngineSocket socket;

    public Engine(EngineSocket socket) {
        this.socket = socket;
    }

    /// Makes an image out of a root folder as a tar, without any registry; answers its id.
    public String importImage(String name, byte[] tar) {
        needed("POST", "/images/create?fromSrc=-&repo=" + name + "&tag=1", new Sent("application/x-tar", tar));
        return needed("GET", "/images/" + name + ":1/json", NOTHING).json().path("Id").asText();
    }

    /// Creates a container and starts it; answers its id.
    public String run(String name, ObjectNode definition) {
        var id = needed("POST", "/containers/create?name=" + name, Sent.json(definition)).json().path("Id").asText();
        needed("POST", "/containers/" + id + "/start", NOTHING);
        return id;
    }

    /// What the engine says of a container, if there is one of that name or id.
    public Optional<JsonNode> inspect(String name) {
        var answer = call("GET", "/containers/" + name + "/json", NOTHING);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(checked("inspect", answer).json());
    }

    /// `running`, `exited` and so on, or `absent`.
    public String state(String name) {
        return inspect(name).map(found -> found.at("/State/Status").asText()).orElse("absent");
    }

    public void start(String name) {
        needed("POST", "/containers/" + name + "/start", NOTHING);
    }

    public void stop(String name) {
        needed("POST", "/containers/" + name + "/stop?t=1", NOTHING);
    }

    /// What the engine did to a container of that name.
    ///
    /// @param action such as `create`, `start`, `kill` (a signal was sent), `die`, `destroy`
    /// @param at nanoseconds since the epoch, by the engine's clock
    public record Happening(String action, long at) {}

    /// What happened to it since then, in order; the engine remembers its last 256 events.
    public List<Happening> happenings(String name, Instant since) {
        var filters = URLEncoder.encode(JSON.createObjectNode().set("container", JSON.createArrayNode().add(name))
                .toString(), UTF_8);
        var answer = needed("GET", "/events?since=%s&until=%s&filters=%s".formatted(seconds(since),
                seconds(Instant.now()), filters), NOTHING);
        try (var events = JSON.readerFor(JsonNode.class).<JsonNode>readValues(answer.body())) {
            return events.readAll().stream().map(event -> new Happening(event.path("Action").asText(),
                    event.path("timeNano").asLong())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seconds(Instant at) {
        return "%d.%09d".formatted(at.getEpochSecond(), at.getNano());
    }

    /// Whether or not it runs, or is there at all.
    public void remove(String name) {
        var answer = call("DELETE", "/containers/" + name + "?force=true&v=true", NOTHING);
        if (answer.status() != NOT_FOUND) {
            checked("remove", answer);
        }
    }

    public void removeImage(String name) {
        call("DELETE", "/images/" + name + ":1?force=true", NOTHING);
    }

    private Answer needed(String method, String path, Sent sent) {
        return checked(method + " " + path, call(method, path, sent));
    }

    /// 304 says that it is so already.
    private static Answer checked(String what, Answer answer) {
        if (answer.status() / 100 != 2 && answer.status() != 304) {
            throw new LocalFault("the Docker engine refuses " + what + ": " + answer.status() + " "
                    + new String(answer.body(), UTF_8).strip());
        }
        return answer;
    }

    /// HTTP/1.0: the end of the answer is the end of the connection.
    Answer call(String method, String path, Sent sent) {
        var head = "%s %s HTTP/1.0\r\nHost: docker\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(method,
                path, sent.type(), sent.body().length);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket.file()));
            write(channel, head.getBytes(US_ASCII));
            write(channel, sent.body());
            return answer(readAll(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("the Docker engine does not answer at " + socket.file(), e);
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[] readAll(SocketChannel channel) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(CHUNK);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return all.toByteArray();
    }

    private static Answer answer(byte[] all) throws IOException {
        for (int at = 0; at + END_OF_HEAD.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                var words = new String(all, 0, at, US_ASCII).split("\\s+", 3);
                return new Answer(Integer.parseInt(words[1]),
                        Arrays.copyOfRange(all, at + END_OF_HEAD.length, all.length));
            }
        }
        throw new IOException("no HTTP answer");
    }
}
