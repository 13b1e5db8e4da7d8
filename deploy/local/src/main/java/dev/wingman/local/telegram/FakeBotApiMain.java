package dev.wingman.local.telegram;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The Bot API as a process: `WINGMAN_TELEGRAM_TOKEN` is the bot's token, the first argument the port (0: a free one).
/// Each call is printed as one line of JSON. What a test does by methods, a person does over HTTP: `POST /control/write`
/// and `/control/press`.
public final class FakeBotApiMain {

    private FakeBotApiMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var token = Optional.ofNullable(System.getenv("WINGMAN_TELEGRAM_TOKEN")).orElse("7000000001:local");
        var api = FakeBotApi.start(token, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
        api.onCall(call -> System.out.printf("{\"at\":\"%s\",\"method\":\"%s\",\"status\":%d,\"parameters\":%s}%n",
                call.at(),
                call.method(), call.status(), call.parameters()));
        System.out.println("WINGMAN_TELEGRAM_API_URL=" + api.url());
        new CountDownLatch(1).await();
    }
}
