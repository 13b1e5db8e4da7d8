package dev.wingman.local.telegram;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The chats as Telegram keeps them: the messages that a bot wrote and what it changed of them later.
final class Chats {

    private static final int LONGEST_TEXT = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the bot wrote.
    private final Map<Long, ObjectNode> messages = new LinkedHashMap<>();
    /// What anybody wrote.
    private final Map<Long, ObjectNode> everything = new LinkedHashMap<>();
    private final Set<Long> unreachable = new HashSet<>();
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
        if (unreachable.contains(chat)) {
            throw new Refused(403, "Forbidden: bot was blocked by the user");
        }
        var text = text(parameters);
        var message = fresh(chat, bot).put("text", text);
        answered(parameters, chat).ifPresent(before -> message.set("reply_to_message", before));
        Keyboards.inline(parameters).ifPresent(markup -> message.set("reply_markup", markup));
        messages.put(message.path("message_id").asLong(), message);
        return message;
    }

    /// `editMessageText`.
    synchronized ObjectNode edit(ObjectNode parameters) {
        var message = edited(parameters);
        var text = text(parameters);
        var markup = Keyboards.inline(parameters);
        if (message.path("text").asText().equals(text)) {
            refuseSame(message, markup);
        }
        message.put("text", text);
        return changed(message, markup);
    }

    /// `editMessageReplyMarkup`.
    synchronized ObjectNode editMarkup(ObjectNode parameters) {
        var message = edited(parameters);
        var markup = Keyboards.inline(parameters);
        refuseSame(message, markup);
        return changed(message, markup);
    }

    private ObjectNode edited(ObjectNode parameters) {
        long chat = chat(parameters);
        var message = messages.get(parameters.path("message_id").asLong());
        if (message == null || message.path("chat").path("id").asLong() != chat) {
            throw new Refused(400, "Bad Request: message to edit not found");
        }
        return message;
    }

    private static void refuseSame(ObjectNode message, Optional<JsonNode> markup) {
        if (message.path("reply_markup").equals(markup.orElse(JSON.missingNode()))) {
            throw new Refused(400, "Bad Request: message is not modified: specified new message content and reply "
                    + "markup are exactly the same as a current content and reply markup of the message");
        }
    }

    private ObjectNode changed(ObjectNode message, Optional<JsonNode> markup) {
        message.put("edit_date", clock.instant().getEpochSecond());
        message.remove("reply_markup");
        markup.ifPresent(found -> message.set("reply_markup", found));
        return message;
    }

    private Optional<ObjectNode> answered(ObjectNode parameters, long chat) {
        var reply = parameters.path("reply_parameters");
        if (!reply.path("message_id").isNumber()) {
            return Optional.empty();
        }
        var found = Optional.ofNullable(everything.get(reply.path("message_id").asLong()))
                .filter(message -> message.path("chat").path("id").asLong() == chat);
        if (found.isEmpty() && !reply.path("allow_sending_without_reply").asBoolean(false)) {
            throw new Refused(400, "Bad Request: message to be replied not found");
        }
        return found.map(message -> {
            var copy = message.deepCopy();
            copy.remove("reply_to_message");
            return copy;
        });
    }

    /// The bot is blocked or thrown out there.
    synchronized void block(long chat) {
        unreachable.add(chat);
    }

    /// What the bot wrote in a chat, as a reader sees it now.
    synchronized List<ObjectNode> messages(long chat) {
        return messages.values().stream().filter(message -> message.path("chat").path("id").asLong() == chat)
                .map(ObjectNode::deepCopy).toList();
    }

    /// What a human wrote.
    synchronized ObjectNode written(long chat, ObjectNode user, String text, Optional<Long> answers) {
        var message = fresh(chat, user).put("text", text);
        if (chat == user.path("id").asLong()) {
            ((ObjectNode) message.path("chat")).put("type", "private");
        }
        answers.map(everything::get).ifPresent(before -> message.set("reply_to_message", before.deepCopy()));
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
        everything.put(message.path("message_id").asLong(), message);
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
}
