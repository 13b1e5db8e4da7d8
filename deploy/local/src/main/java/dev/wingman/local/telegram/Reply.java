package dev.wingman.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/// An answer in Telegram's form: `ok` with a `result`, or `error_code`, `description` and sometimes `parameters`.
record Reply(int status, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply refused(int status, String description) {
        return new Reply(status, refusal(status, description));
    }

    static Reply refused(Refused refused) {
        return refused(refused.status(), String.valueOf(refused.getMessage()));
    }

    static Reply tooMany(int seconds) {
        var body = refusal(429, "Too Many Requests: retry after " + seconds);
        body.putObject("parameters").put("retry_after", seconds);
        return new Reply(429, body);
    }

    /// Its status, once it is sent.
    int to(HttpExchange exchange) throws IOException {
        var bytes = body.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        return status;
    }

    private static ObjectNode refusal(int status, String description) {
        return JSON.createObjectNode().put("ok", false).put("error_code", status).put("description", description);
    }
}
