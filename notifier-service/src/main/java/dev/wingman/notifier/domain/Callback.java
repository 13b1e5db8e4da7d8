package dev.wingman.notifier.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Digests;

/// What a button sends back: a letter, the approval, and enough of the card's digest to tell cards apart. Whoever presses can send anything: a callback
/// decides nothing before it was held against what stands in that very message.
///
/// @param mark of the card's digest
public record Callback(Kind kind, UUID approval, String mark) {

    /// Telegram's limit, in bytes.
    public static final int LIMIT = 64;
    private static final int MARK_BYTES = 12;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /// The three buttons.
    public enum Kind {
        APPROVE('a'), DENY('d'), DETAILS('i');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    public static Callback of(Kind kind, UUID approval, String cardDigest) {
        return new Callback(kind, approval, markOf(cardDigest));
    }

    public String data() {
        var id = ByteBuffer.allocate(16).putLong(approval.getMostSignificantBits())
                .putLong(approval.getLeastSignificantBits()).array();
        return kind.letter + ENCODER.encodeToString(id) + mark;
    }

    /// Nothing, if no button of ours says this.
    public static Optional<Callback> read(String data) {
        if (data.isEmpty() || data.length() > LIMIT) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values()).filter(kind -> kind.letter == data.charAt(0)).findFirst()
                .flatMap(kind -> read(kind, data.substring(1))).filter(found -> found.data().equals(data));
    }

    /// Whether it came from under this card.
    public boolean isOf(UUID shownApproval, String shownDigest) {
        return approval.equals(shownApproval) && mark.equals(markOf(shownDigest));
    }

    private static Optional<Callback> read(Kind kind, String rest) {
        try {
            var id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(rest.substring(0, Math.min(22, rest.length()))));
            var approval = new UUID(id.getLong(), id.getLong());
            return Optional.of(new Callback(kind, approval, rest.substring(22)));
        } catch (IllegalArgumentException | BufferUnderflowException | StringIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static String markOf(String cardDigest) {
        return ENCODER.encodeToString(Arrays.copyOf(Digests.sha256(cardDigest.getBytes(UTF_8)), MARK_BYTES));
    }
}
