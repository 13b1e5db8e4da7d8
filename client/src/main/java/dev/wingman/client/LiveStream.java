package dev.wingman.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;

/// Server-Sent Events, read one after the other. When the connection ends it is opened again with `Last-Event-ID`, so nothing is
/// missed and nothing comes twice; only a refusal, or a service that was never there, ends it.
final class LiveStream {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final Predicate<StreamEvent> sink;
    private Optional<String> lastId = Optional.empty();
    private boolean connected;
    private boolean enough;
    private long seen;
    private Duration pause = FIRST_PAUSE;

    LiveStream(Endpoint endpoint, Predicate<StreamEvent> sink) {
        this.endpoint = endpoint;
        this.sink = sink;
    }

    Reply<Long> run(Optional<String> from) {
        lastId = from;
        while (true) {
            var reply = endpoint.exchange(Service.WATCHER, "/v1/stream", this::asked, this::read);
            if (enough || reply instanceof Reply.No(var refusal) && isFinal(refusal) || !paused()) {
                return enough ? new Reply.Ok<>(seen, NullNode.getInstance()) : reply;
            }
        }
    }

    private boolean isFinal(Refusal refusal) {
        return !connected || !(refusal instanceof Refusal.Unavailable);
    }

    private HttpRequest.Builder asked(HttpRequest.Builder request) {
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        return request.header("Accept", "text/event-stream");
    }

    private Long read(InputStream body) throws IOException {
        connected = true;
        pause = FIRST_PAUSE;
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var block = new Block();
        for (var line = lines.readLine(); line != null && !enough; line = lines.readLine()) {
            if (!line.isEmpty()) {
                block.add(line);
                continue;
            }
            deliver(block);
            block = new Block();
        }
        return seen;
    }

    private void deliver(Block block) throws IOException {
        if (block.data.isEmpty()) {
            return;
        }
        lastId = block.id.or(() -> lastId);
        seen++;
        enough = !sink
                .test(new StreamEvent(lastId.orElse(""), block.type, Json.tolerant().readTree(block.data.toString())));
    }

    private boolean paused() {
        try {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The lines up to an empty one; comments keep the connection alive and say nothing.
    private static final class Block {
        private final StringBuilder data = new StringBuilder();
        private Optional<String> id = Optional.empty();
        private String type = "message";

        void add(String line) {
            var colon = line.indexOf(':');
            var field = colon < 0 ? line : line.substring(0, colon);
            var value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
                case "id" -> id = Optional.of(value);
                case "event" -> type = value;
                default -> {
                }
            }
        }
    }
}
