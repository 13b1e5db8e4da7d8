package dev.wingman.notifier;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.wingman.local.telegram.FakeBotApi;

/// The Bot API under the tests, on loopback.
public final class Telegram implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "123456:only-for-tests";
    private static final FakeBotApi API = FakeBotApi.start(TOKEN, 0);

    static FakeBotApi api() {
        return API;
    }

    @Override
    public Map<String, String> start() {
        return Map.of("wingman.telegram.token", TOKEN, "wingman.telegram.api-url", API.url());
    }

    @Override
    public void stop() {}
}
