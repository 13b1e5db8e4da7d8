package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What somebody pressed or sent in Telegram, before the approval service judges it.
///
/// @param telegramUser who, as Telegram says
/// @param chat where
public record DecisionSubmitted(long telegramUser, long chat, Wish wish) implements Event {

    /// What is wanted.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Vote.class, name = "vote"),
            @JsonSubTypes.Type(value = Link.class, name = "link"),
            @JsonSubTypes.Type(value = Release.class, name = "release")})
    public sealed interface Wish {}

    /// A yes or no to a card.
    ///
    /// @param seenDigest of the card that the message showed
    /// @param codeProof of the operator's one-time code: see [#proof]
    public record Vote(UUID approvalId, VoteRecorded.Choice choice, String seenDigest, Optional<String> reason,
            Optional<String> codeProof) implements Wish {}

    /// An operator shows that this Telegram user is him.
    ///
    /// @param codeDigest `sha256:` and the hex SHA-256 of the one-time code's JSON string; the code itself goes nowhere
    public record Link(String codeDigest) implements Wish {}

    /// An operator asks for the end of a lock.
    public record Release(Identifier worker, String reason) implements Wish {}

    /// Whether others read along: a chat with the bot alone has its user's own number.
    @JsonIgnore
    public boolean isPublic() {
        return chat != telegramUser;
    }

    /// Binds a one-time code to this one submission, so that the code itself stands on no topic.
    public static String proof(UUID submission, String code) {
        return Digests.ofCanonical(java.util.List.of(submission.toString(), code));
    }
}
