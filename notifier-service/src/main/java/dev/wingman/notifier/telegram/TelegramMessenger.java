package dev.wingman.notifier.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.notifier.Deliveries;
import dev.wingman.notifier.Messenger;
import dev.wingman.notifier.TelegramSettings;
import dev.wingman.notifier.domain.Content;

/// [Messenger] over Telegram's Bot API: a new message, a change of one that is there, or the answer to a press.
@ApplicationScoped
class TelegramMessenger implements Messenger {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PRESS = 200;

    private final BotApi api;
    private final TelegramSettings settings;

    TelegramMessenger(BotApi api, TelegramSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    @Override
    public boolean configured() {
        return TelegramSettings.text(settings.token()).isPresent();
    }

    @Override
    public Uni<Attempt> carry(Deliveries.Taken message) {
        return api.call(method(message), parameters(message), settings.timeout())
                .map(answer -> attempt(message, answer));
    }

    private static String method(Deliveries.Taken message) {
        return message.callbackId().isPresent()
                ? "answerCallbackQuery"
                : message.messageId().isPresent() ? "editMessageText" : "sendMessage";
    }

    private static Map<String, Object> parameters(Deliveries.Taken message) {
        var content = message.content();
        var parameters = new LinkedHashMap<String, Object>();
        message.callbackId().ifPresentOrElse(press -> {
            parameters.put("callback_query_id", press);
            parameters.put("text", content.text().substring(0, Math.min(content.text().length(), LONGEST_PRESS)));
            parameters.put("show_alert", content.insists());
        }, () -> describe(parameters, message.chat(), content));
        message.messageId().ifPresent(id -> parameters.put("message_id", id));
        if (message.messageId().isPresent()) {
            parameters.remove("reply_parameters");
        }
        return parameters;
    }

    private static void describe(Map<String, Object> parameters, long chat, Content content) {
        parameters.put("chat_id", chat);
        parameters.put("text", content.text());
        parameters.put("disable_web_page_preview", true);
        if (content.html()) {
            parameters.put("parse_mode", "HTML");
        }
        content.replyTo().ifPresent(message -> parameters.put("reply_parameters",
                Map.of("message_id", message, "allow_sending_without_reply", true)));
        if (!content.buttons().isEmpty()) {
            parameters.put("reply_markup", Map.of("inline_keyboard", List.of(content.buttons().stream()
                    .map(button -> Map.of("text", button.label(), "callback_data", button.data())).toList())));
        } else if (content.insists()) {
            parameters.put("reply_markup", Map.of("force_reply", true, "selective", true));
        }
    }

    private static Attempt attempt(Deliveries.Taken message, BotApi.Answer answer) {
        var id = message.messageId().orElseGet(() -> answer.result().path("message_id").asLong());
        if (answer.ok() || answer.description().contains("message is not modified")) {
            return new Attempt.Delivered(id);
        }
        return switch (answer.status()) {
            case 429 -> new Attempt.Quiet(answer.retryAfter(), answer.description());
            case 400, 403 -> new Attempt.Refused(answer.description());
            case 401, 404 -> new Attempt.Later(LONG_PAUSE, answer.description());
            default -> new Attempt.Later(PAUSE, answer.description());
        };
    }
}
