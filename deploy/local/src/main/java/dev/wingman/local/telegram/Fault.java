package dev.wingman.local.telegram;

import java.time.Duration;

/// What goes wrong with a call.
public sealed interface Fault {

    /// 429 with `retry_after`: the bot must be silent for so long.
    record TooMany(int retryAfterSeconds) implements Fault {}

    /// 500.
    record Broken() implements Fault {}

    /// No answer for so long, then the call is carried out all the same: the caller cannot know.
    record Late(Duration delay) implements Fault {}

    /// No answer for so long, and nothing is carried out.
    record Hanging(Duration delay) implements Fault {}

    /// The connection is cut before any answer.
    record Cut() implements Fault {}

    /// By its name in small letters: `too-many`, `broken`, `late`, `hanging`, `cut`.
    static Fault named(String name, int seconds) {
        return switch (name) {
            case "too-many" -> new TooMany(seconds);
            case "broken" -> new Broken();
            case "late" -> new Late(Duration.ofSeconds(seconds));
            case "hanging" -> new Hanging(Duration.ofSeconds(seconds));
            case "cut" -> new Cut();
            default -> throw new Refused(400, "Bad Request: no fault `" + name + "`");
        };
    }
}
