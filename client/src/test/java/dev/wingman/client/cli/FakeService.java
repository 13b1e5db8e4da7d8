package dev.wingman.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Answers calls in turn with what it was told to, and keeps what was asked.
final class FakeService implements AutoCloseable {
    /// A call as it came in.
    record Call(String line, Map<String, String> headers, String body) {}

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    FakeService answers(int status, String json) {
        return answers(status, status < 400 ? "application/json" : "application/problem+json", json);
    }

    FakeService answers(int status, String type, String body) {
        answers.add(new Answer(status, type, body));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            calls.add(new Call(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var answer = answers.size() > 1 ? answers.remove() : answers.element();
            var body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            if (answer.status() == 503) {
                exchange.getResponseHeaders().add("Retry-After", "7");
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
