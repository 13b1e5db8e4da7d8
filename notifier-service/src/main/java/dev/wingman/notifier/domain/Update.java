package dev.wingman.notifier.domain;

import java.util.Optional;

/// What came in from Telegram.
public sealed interface Update {

    /// Telegram's number for it: it may come more than once.
    long id();

    /// Who did it, as Telegram says, and where.
    ///
    /// @param alone a chat of this user and the bot alone
    record Sender(long user, long chat, boolean alone) {}

    /// Somebody wrote.
    ///
    /// @param answers the message that this one replies to
    record Said(long id, Sender sender, long message, String text, Optional<Long> answers) implements Update {}

    /// Somebody pressed a button under a message.
    record Pressed(long id, Sender sender, long message, String callbackId, String data) implements Update {}

    /// Anything else; of no interest.
    record Other(long id) implements Update {}
}
