package dev.wingman.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The methods of the Bot API that a bot like ours calls.
final class Methods {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_UPDATES = 100;
    private static final int LONGEST_ANSWER = 200;

    private final Chats chats;
    private final Updates updates;
    private final Webhook webhook;

    Methods(Chats chats, Updates updates, Webhook webhook) {
        this.chats = chats;
        this.updates = updates;
        this.webhook = webhook;
    }

    JsonNode call(String method, ObjectNode parameters) {
        return switch (method) {
            case "getMe" -> bot().put("can_join_groups", true).put("can_read_all_group_messages", false)
                    .put("supports_inline_queries", false);
            case "sendMessage" -> chats.send(parameters);
            case "editMessageText" -> chats.edit(parameters);
            case "editMessageReplyMarkup" -> chats.editMarkup(parameters);
            case "getUpdates" -> fetched(parameters);
            case "answerCallbackQuery" -> answered(parameters);
            case "setWebhook" -> webhook.set(parameters);
            case "deleteWebhook" -> webhook.delete();
            case "getWebhookInfo" -> webhook.info(updates.size());
            case "setMyCommands" -> yes();
            default -> throw new Refused(404, "Not Found: method not found");
        };
    }

    static ObjectNode bot() {
        return JSON.createObjectNode().put("id", 7_000_000_001L).put("is_bot", true).put("first_name", "Wingman")
                .put("username", "wingman_bot");
    }

    static JsonNode yes() {
        return JSON.getNodeFactory().booleanNode(true);
    }

    private JsonNode fetched(ObjectNode parameters) {
        if (webhook.isSet()) {
            throw new Refused(409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
                            + "delete the webhook first");
        }
        return JSON.valueToTree(updates.await(parameters.path("offset").asLong(0),
                Math.clamp(parameters.path("limit").asInt(MOST_UPDATES), 1, MOST_UPDATES),
                Updates.seconds(parameters.path("timeout").asLong(0))));
    }

    private JsonNode answered(ObjectNode parameters) {
        if (parameters.path("text").asText("").length() > LONGEST_ANSWER) {
            throw new Refused(400, "Bad Request: MESSAGE_TOO_LONG");
        }
        if (!updates.answer(parameters.path("callback_query_id").asText(""))) {
            throw new Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        return yes();
    }
}
