package dev.wingman.local.telegram;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One call of a bot as it arrived: when, which method, with what, and what it was answered (0: nothing).
public record BotCall(Instant at, String method, ObjectNode parameters, int status) {

    /// A parameter as text, empty when it is not there.
    public String text(String name) {
        return parameters.path(name).asText("");
    }

    /// True when Telegram would have shown it to somebody.
    public boolean succeeded() {
        return status == 200;
    }

    ObjectNode asJson() {
        var json = parameters.objectNode().put("at", at.toString()).put("method", method).put("status", status);
        json.set("parameters", parameters);
        return json;
    }
}
