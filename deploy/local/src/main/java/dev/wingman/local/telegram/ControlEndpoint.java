package dev.wingman.local.telegram;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/// `/control/<name>` for another process.
final class ControlEndpoint implements HttpHandler {

    private final Controls controls;

    ControlEndpoint(Controls controls) {
        this.controls = controls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = new Reply(200, controls.carryOut(
                        exchange.getRequestURI().getPath().substring("/control/".length()), Parameters.of(exchange)));
            } catch (Refused refused) {
                reply = Reply.refused(refused);
            }
            reply.to(exchange);
        }
    }
}
