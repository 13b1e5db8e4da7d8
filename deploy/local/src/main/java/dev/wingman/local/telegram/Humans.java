package dev.wingman.local.telegram;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The people of the chats: what they write and press becomes an update for the bot.
final class Humans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Chats chats;
    private final Updates updates;
    private final AtomicLong lastCallback = new AtomicLong(1_000_000);

    Humans(Chats chats, Updates updates) {
        this.chats = chats;
        this.updates = updates;
    }

    ObjectNode write(long chat, long user, String text, Optional<Long> answers) {
        var update = JSON.createObjectNode();
        update.set("message", chats.written(chat, human(user), text, answers));
        return updates.add(update);
    }

    /// A press with whatever data, under a message of the bot.
    ObjectNode press(long user, long messageId, String data) {
        return press(user, sent(messageId), data);
    }

    /// A press of the button with that label.
    ObjectNode pressButton(long user, long messageId, String label) {
        var message = sent(messageId);
        var button = message.at("/reply_markup/inline_keyboard").valueStream().flatMap(row -> row.valueStream())
                .filter(one -> one.path("text").asText().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no button " + label + " under " + messageId));
        return press(user, message, button.path("callback_data").asText());
    }

    /// What no client of Telegram can do: a press that says it came from another chat.
    ObjectNode forge(long chat, long user, long messageId, String data) {
        var message = sent(messageId);
        ((ObjectNode) message.path("chat")).put("id", chat);
        return press(user, message, data);
    }

    private ObjectNode sent(long messageId) {
        return chats.message(messageId).map(ObjectNode::deepCopy)
                .orElseThrow(() -> new IllegalArgumentException("the bot sent no message " + messageId));
    }

    private ObjectNode press(long user, ObjectNode message, String data) {
        var update = JSON.createObjectNode();
        var query = update.putObject("callback_query").put("id", String.valueOf(lastCallback.incrementAndGet()));
        query.set("from", human(user));
        query.set("message", message);
        query.put("chat_instance", String.valueOf(message.path("chat").path("id").asLong())).put("data", data);
        updates.expectAnswer(query.path("id").asText());
        return updates.add(update);
    }

    private static ObjectNode human(long id) {
        return JSON.createObjectNode().put("id", id).put("is_bot", false).put("first_name", "Human " + id)
                .put("username", "human" + id).put("language_code", "en");
    }
}
