package dev.wingman.local.demo;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Approval;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.local.LocalFault;
import dev.wingman.local.telegram.FakeBotApi;

/// A human who decides: by HTTP, or by pressing a button in a chat that our own server plays.
///
/// @param chat where the tenant's cards appear
/// @param telegramUser who he is there
public record Operator(WingmanClient client, Optional<FakeBotApi> api, long chat, long telegramUser) {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /// Sends the bot alone the one-time code that the approval service gave him, and waits until it knows him.
    public Operator link(String name, Duration patience) {
        var code = switch (client.approvals().linkCode()) {
            case Reply.Ok(var given, _) -> given;
            case Reply.No(var refusal) -> throw new LocalFault("no code to link with: " + refusal);
        };
        played().write(telegramUser, telegramUser, "/link " + code);
        var linked = until(patience, () -> client.approvals().operators() instanceof Reply.Ok(var page, _)
                && page.items().stream().anyMatch(one -> one.path("operator").asText().equals(name)
                        && one.path("linked").asBoolean()) ? Optional.of(true) : Optional.empty());
        if (linked.isEmpty()) {
            throw new LocalFault(name + " was not linked");
        }
        return this;
    }

    public Reply<Approval> approve(Approval approval) {
        return client.approvals().decide(approval.approvalId(), Choice.APPROVE, Optional.empty(),
                approval.seenDigest());
    }

    public Reply<Approval> deny(Approval approval, String reason) {
        return client.approvals().decide(approval.approvalId(), Choice.DENY, Optional.of(reason),
                approval.seenDigest());
    }

    /// Presses Approve under the approval's card, once that is there; empty when no card came.
    public Optional<JsonNode> press(String approvalId, Duration patience) {
        var card = card(approvalId, patience);
        card.ifPresent(message -> played().pressButton(telegramUser, message.path("message_id").asLong(), "Approve"));
        return card;
    }

    /// The message with that approval's buttons.
    public Optional<JsonNode> card(String approvalId, Duration patience) {
        var button = button(approvalId);
        return until(patience, () -> played().messages(chat).stream()
                .filter(message -> message.at("/reply_markup/inline_keyboard").toString().contains(button))
                .<JsonNode>map(message -> message).findFirst());
    }

    /// The chats, where our own server plays them.
    public FakeBotApi played() {
        return api.orElseThrow(() -> new LocalFault("in Telegram itself nobody presses for a human"));
    }

    /// What the data of the button Approve begins with. It has room for 64 bytes: an approval's id stands there in Base64.
    static String button(String approvalId) {
        var id = UUID.fromString(approvalId);
        return "a" + Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array());
    }

    static <T> Optional<T> until(Duration patience, java.util.function.Supplier<Optional<T>> look) {
        var end = Instant.now().plus(patience);
        var found = look.get();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = look.get();
        }
        return found;
    }
}
