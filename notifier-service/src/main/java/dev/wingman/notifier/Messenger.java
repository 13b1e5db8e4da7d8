package dev.wingman.notifier;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/// Carries messages to chats.
public interface Messenger {

    /// Whether there is anybody to carry them.
    boolean configured();

    /// One attempt; it never fails otherwise.
    Uni<Attempt> carry(Deliveries.Taken message);

    /// How an attempt ended.
    sealed interface Attempt {

        /// It is in the chat.
        record Delivered(long messageId) implements Attempt {}

        /// Not now; ask again after that time.
        record Later(Duration after, String why) implements Attempt {}

        /// Nothing to this chat for that time.
        record Quiet(Duration after, String why) implements Attempt {}

        /// Never: such as a chat that does not exist.
        record Refused(String why) implements Attempt {}
    }
}
