package dev.wingman.notifier.telegram;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.notifier.domain.Update;

/// Reads Telegram's JSON. What does not come from a human, or in another form than we know, is of no interest.
final class UpdateReader {

    private UpdateReader() {}

    static Update read(JsonNode update) {
        long id = update.path("update_id").asLong();
        if (update.has("message")) {
            return said(id, update.path("message"));
        }
        return update.has("callback_query") ? pressed(id, update.path("callback_query")) : new Update.Other(id);
    }

    private static Update said(long id, JsonNode message) {
        var text = message.path("text").asText("");
        return sender(message.path("from"), message.path("chat"))
                .filter(_ -> !text.isEmpty() && !message.has("forward_origin") && !message.has("sender_chat"))
                .<Update>map(sender -> new Update.Said(id, sender, message.path("message_id").asLong(), text,
                        Optional.of(message.path("reply_to_message").path("message_id")).filter(JsonNode::isNumber)
                                .map(JsonNode::asLong)))
                .orElseGet(() -> new Update.Other(id));
    }

    private static Update pressed(long id, JsonNode query) {
        var message = query.path("message");
        return sender(query.path("from"), message.path("chat"))
                .filter(_ -> message.path("message_id").isNumber() && query.path("id").isTextual())
                .<Update>map(sender -> new Update.Pressed(id, sender, message.path("message_id").asLong(),
                        query.path("id").asText(), query.path("data").asText("")))
                .orElseGet(() -> new Update.Other(id));
    }

    private static Optional<Update.Sender> sender(JsonNode from, JsonNode chat) {
        return from.path("id").isNumber() && chat.path("id").isNumber() && !from.path("is_bot").asBoolean(false)
                ? Optional.of(new Update.Sender(from.path("id").asLong(), chat.path("id").asLong(),
                        chat.path("type").asText().equals("private")))
                : Optional.empty();
    }
}
