package dev.wingman.notifier;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;

/// How Telegram is reached. Without a token nothing is sent, and every delivery says so.
@ConfigMapping(prefix = "wingman.telegram")
public interface TelegramSettings {

    /// The bot's token, a secret.
    Optional<Secret<String>> token();

    /// What stands before `/bot<token>/`.
    @WithDefault("https://api.telegram.org")
    URI apiUrl();

    /// The chat of tenants that the registry gives none.
    Optional<Long> chat();

    /// How long one call may take.
    @WithDefault("5S")
    Duration timeout();

    /// How long one look for updates may wait for one.
    @WithDefault("25S")
    Duration poll();

    /// With it, Telegram brings updates to `/telegram/webhook` and must show it; without, we fetch them.
    Optional<Secret<String>> webhookSecret();

    /// A secret that is there. Where none was set, the configuration gives one without a value.
    static Optional<String> text(Optional<Secret<String>> secret) {
        return secret.map(Secret::get).filter(text -> !text.isBlank());
    }
}
