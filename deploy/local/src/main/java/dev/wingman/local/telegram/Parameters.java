package dev.wingman.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/// A call's parameters, which Telegram takes as a query, a form or JSON.
final class Parameters {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// In a query or a form these are JSON in text.
    private static final Set<String> STRUCTURED = Set.of("reply_markup", "allowed_updates", "commands", "entities",
            "link_preview_options", "scope", "reply_parameters");

    private Parameters() {}

    static ObjectNode of(HttpExchange exchange) throws IOException {
        var parameters = JSON.createObjectNode();
        addPairs(exchange.getRequestURI().getRawQuery(), parameters);
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && type.startsWith("application/json") && !body.isBlank()) {
            parameters.setAll(object(body));
        } else if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            addPairs(body, parameters);
        }
        return parameters;
    }

    private static ObjectNode object(String body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new Refused(400, "Bad Request: can't parse JSON object");
        }
        throw new Refused(400, "Bad Request: object expected as parameters");
    }

    private static void addPairs(@org.jspecify.annotations.Nullable String pairs, ObjectNode parameters) {
        if (pairs == null || pairs.isEmpty()) {
            return;
        }
        for (var pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(parameters, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static void add(ObjectNode parameters, String name, String value) {
        if (!STRUCTURED.contains(name)) {
            parameters.put(name, value);
            return;
        }
        try {
            parameters.set(name, JSON.readTree(value));
        } catch (IOException e) {
            throw new Refused(400, "Bad Request: can't parse " + name + " JSON object");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
