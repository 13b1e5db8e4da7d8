package dev.wingman.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Telegram's rules for `reply_markup`.
final class Keyboards {

    private static final int LONGEST_CALLBACK = 64;
    private static final int MOST_BUTTONS = 100;

    private Keyboards() {}

    /// The inline keyboard of a message: the only markup that stays with it and that a reader of the message sees.
    static Optional<JsonNode> inline(ObjectNode parameters) {
        var markup = parameters.path("reply_markup");
        if (markup.isMissingNode() || markup.isNull()) {
            return Optional.empty();
        }
        if (!markup.isObject()) {
            throw new Refused(400, "Bad Request: object expected as reply markup");
        }
        if (markup.has("inline_keyboard")) {
            check(markup.path("inline_keyboard"));
            return Optional.of(markup).filter(some -> !some.path("inline_keyboard").isEmpty());
        }
        if (!markup.path("force_reply").asBoolean(false) && !markup.has("keyboard")
                && !markup.path("remove_keyboard").asBoolean(false)) {
            throw new Refused(400, "Bad Request: can't parse reply keyboard markup JSON object");
        }
        return Optional.empty();
    }

    private static void check(JsonNode rows) {
        if (!rows.isArray()) {
            throw new Refused(400,
                    "Bad Request: field \"inline_keyboard\" of the InlineKeyboardMarkup must be of type Array");
        }
        int buttons = 0;
        for (var row : rows) {
            if (!row.isArray()) {
                throw new Refused(400, "Bad Request: inline keyboard row must be of type Array");
            }
            for (var button : row) {
                checkButton(button);
                buttons++;
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw new Refused(400, "Bad Request: REPLY_MARKUP_TOO_LONG");
        }
    }

    private static void checkButton(JsonNode button) {
        if (button.path("text").asText("").isEmpty()) {
            throw new Refused(400, "Bad Request: inline keyboard button text must be non-empty");
        }
        if (!button.has("callback_data") && !button.has("url")) {
            throw new Refused(400, "Bad Request: text buttons are unallowed in the inline keyboard");
        }
        int bytes = button.path("callback_data").asText("").getBytes(UTF_8).length;
        if (bytes > LONGEST_CALLBACK || bytes == 0 && !button.has("url")) {
            throw new Refused(400, "Bad Request: BUTTON_DATA_INVALID");
        }
    }
}
