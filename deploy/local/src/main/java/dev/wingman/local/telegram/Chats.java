package dev.wingman.local.telegram;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The chats as Telegram keeps them: the messages that a bot wrote and what it changed of them later.
final class Chats {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CALLBACK = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Long, ObjectNode> messages = new LinkedHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Clock clock;
    private final ObjectNode bot;

    Chats(Clock clock, ObjectNode bot) {
        this.clock = clock;
        this.bot = bot;
    }

    /// `sendMessage`.
    synchronized ObjectNode send(ObjectNode parameters) {
        long chat = chat(parameters);
        var text = text(parameters);
        var message = fresh(chat, bot).put("text", text);
        keyboard(parameters).ifPresent(markup -> message.set("reply_markup", markup));
        messages.put(message.path("message_id").asLong(), message);
        return message;
    }

    /// `editMessageText`.
    synchronized ObjectNode edit(ObjectNode parameters) {
        chat(parameters);
        var message = messages.get(parameters.path("message_id").asLong());
        if (message == null) {
            throw new Refused(400, "Bad Request: message to edit not found");
        }
        var text = text(parameters);
        var markup = keyboard(parameters);
        if (message.path("text").asText().equals(text)
                && message.path("reply_markup").equals(markup.orElse(JSON.missingNode()))) {
            throw new Refused(400, "Bad Request: message is not modified: specified new message content and reply "
                    + "markup are exactly the same as a current content and reply markup of the message");
        }
        message.put("text", text).put("edit_date", clock.instant().getEpochSecond());
        message.remove("reply_markup");
        markup.ifPresent(found -> message.set("reply_markup", found));
        return message;
    }

    /// What a human wrote.
    synchronized ObjectNode written(long chat, ObjectNode user, String text) {
        var message = fresh(chat, user).put("text", text);
        if (text.startsWith("/")) {
            int end = text.indexOf(' ');
            message.putArray("entities").addObject().put("offset", 0).put("length", end < 0 ? text.length() : end)
                    .put("type", "bot_command");
        }
        return message;
    }

    synchronized Optional<ObjectNode> message(long id) {
        return Optional.ofNullable(messages.get(id));
    }

    private ObjectNode fresh(long chat, ObjectNode from) {
        var message = JSON.createObjectNode().put("message_id", lastId.incrementAndGet());
        message.set("from", from);
        message.putObject("chat").put("id", chat).put("type", chat < 0 ? "group" : "private").put(
                chat < 0 ? "title" : "first_name", "Chat " + chat);
        return message.put("date", clock.instant().getEpochSecond());
    }

    private static long chat(ObjectNode parameters) {
        var chat = parameters.path("chat_id");
        if (chat.asText("").isEmpty()) {
            throw new Refused(400, "Bad Request: chat_id is empty");
        }
        if (!chat.asText().matches("-?[0-9]+")) {
            throw new Refused(400, "Bad Request: chat not found");
        }
        return chat.asLong();
    }

    private static String text(ObjectNode parameters) {
        var visible = Formatting.visible(parameters.path("text").asText(""), parameters.path("parse_mode").asText(""));
        if (visible.isBlank()) {
            throw new Refused(400, "Bad Request: message text is empty");
        }
        if (visible.length() > LONGEST_TEXT) {
            throw new Refused(400, "Bad Request: message is too long");
        }
        return visible;
    }

    private static Optional<JsonNode> keyboard(ObjectNode parameters) {
        var markup = parameters.path("reply_markup");
        if (markup.isMissingNode() || markup.isNull()) {
            return Optional.empty();
        }
        Consumer<JsonNode> check = Chats::checkButton;
        markup.path("inline_keyboard").forEach(row -> row.forEach(check));
        return Optional.of(markup);
    }

    private static void checkButton(JsonNode button) {
        if (button.path("text").asText("").isEmpty()) {
            throw new Refused(400, "Bad Request: text buttons are unallowed in the inline keyboard");
        }
        int bytes = button.path("callback_data").asText("")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_CALLBACK) {
            throw new Refused(400, "Bad Request: BUTTON_DATA_INVALID");
        }
    }
}
