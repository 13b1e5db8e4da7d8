package dev.wingman.local.telegram;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/// `/bot<token>/<method>`: checks the token, carries a call out or lets it fail, and writes it down.
final class BotEndpoint implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final Methods methods;
    private final Queue<Fault> faults;
    private final CallLog calls;

    BotEndpoint(String token, Methods methods, Queue<Fault> faults, CallLog calls) {
        this.token = token;
        this.methods = methods;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var parameters = Parameters.of(exchange);
            var method = path.substring(path.lastIndexOf('/') + 1);
            if (!path.equals("/bot" + token + "/" + method)) {
                Reply.refused(path.startsWith("/bot") ? 401 : 404,
                        path.startsWith("/bot") ? "Unauthorized" : "Not Found")
                        .to(exchange);
                return;
            }
            var fault = method.equals("getUpdates") ? null : faults.poll();
            int status = fault == null
                    ? carryOut(exchange, method, parameters)
                    : fail(exchange, fault, method, parameters);
            calls.add(new BotCall(at, method, parameters, status));
        } catch (Refused refused) {
            Reply.refused(refused).to(exchange);
        }
    }

    private int carryOut(HttpExchange exchange, String method, ObjectNode parameters) throws IOException {
        Reply reply;
        try {
            reply = new Reply(200, JSON.createObjectNode().put("ok", true).set("result",
                    methods.call(method, parameters)));
        } catch (Refused refused) {
            reply = Reply.refused(refused);
        }
        return reply.to(exchange);
    }

    private int fail(HttpExchange exchange, Fault fault, String method, ObjectNode parameters) throws IOException {
        switch (fault) {
            case Fault.TooMany(var seconds) -> {
                return Reply.tooMany(seconds).to(exchange);
            }
            case Fault.Broken _ -> {
                return Reply.refused(500, "Internal Server Error").to(exchange);
            }
            case Fault.Late(var delay) -> {
                sleep(delay);
                return carryOut(exchange, method, parameters);
            }
            case Fault.Hanging(var delay) -> {
                sleep(delay);
                return 0;
            }
            case Fault.Cut _ -> {
                return 0;
            }
        }
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
