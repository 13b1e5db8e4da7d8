package dev.wingman.local.telegram;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a test or a person in another process asks for under `/control/`: `write`, `press`, `messages`, `calls`, `fail`, `heal`.
final class Controls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeBotApi api;

    Controls(FakeBotApi api) {
        this.api = api;
    }

    JsonNode carryOut(String name, ObjectNode wish) {
        try {
            return result(name, wish);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "Bad Request: " + e.getMessage());
        }
    }

    private JsonNode result(String name, ObjectNode wish) {
        return switch (name) {
            case "write" -> api.write(chat(wish), wish.path("user").asLong(), wish.path("text").asText(),
                    Optional.of(wish.path("answers")).filter(JsonNode::isNumber).map(JsonNode::asLong));
            case "press" -> pressed(wish);
            case "messages" -> JSON.valueToTree(api.messages(chat(wish)));
            case "calls" -> JSON.valueToTree(api.calls().stream().map(BotCall::asJson).toList());
            case "fail" -> failing(wish);
            case "heal" -> healed();
            default -> throw new Refused(404, "Not Found: no such control");
        };
    }

    /// By a button's label, or with data of one's own.
    private JsonNode pressed(ObjectNode wish) {
        long message = wish.path("message_id").asLong();
        long user = wish.path("user").asLong();
        return wish.has("data")
                ? api.press(user, message, wish.path("data").asText())
                : api.pressButton(user, message, wish.path("button").asText());
    }

    private static long chat(ObjectNode wish) {
        return wish.path("chat").asLong();
    }

    private JsonNode failing(ObjectNode wish) {
        api.failNext(wish.path("count").asInt(1),
                Fault.named(wish.path("fault").asText("broken"), wish.path("seconds").asInt(1)));
        return JSON.createObjectNode().put("ok", true);
    }

    private JsonNode healed() {
        api.heal();
        return JSON.createObjectNode().put("ok", true);
    }
}
