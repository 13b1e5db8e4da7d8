package dev.wingman.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The settings by which the notifier reaches Telegram.
public final class TelegramAccess {

    public static final String TOKEN = "WINGMAN_TELEGRAM_TOKEN";
    public static final String API_URL = "WINGMAN_TELEGRAM_API_URL";
    public static final String CHAT = "WINGMAN_TELEGRAM_CHAT";

    private TelegramAccess() {}

    /// What our own environment says of them.
    public static Map<String, String> ofEnvironment() {
        return List.of(TOKEN, API_URL, CHAT).stream()
                .filter(name -> Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank()).isPresent())
                .collect(Collectors.toMap(name -> name, System::getenv));
    }
}
