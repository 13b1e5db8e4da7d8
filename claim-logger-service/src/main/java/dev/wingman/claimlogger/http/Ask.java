package dev.wingman.claimlogger.http;

import java.util.Optional;
import java.util.UUID;

/// Reads what stands in a path or a query.
final class Ask {

    static final int LIMIT = 50;
    static final int LARGEST_LIMIT = 500;

    private Ask() {}

    static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /// The limit that is asked for; none where it is no limit.
    static Optional<Integer> limit(Optional<String> text) {
        return text.isEmpty()
                ? Optional.of(LIMIT)
                : number(text.get()).filter(limit -> limit >= 1 && limit <= LARGEST_LIMIT).map(Long::intValue);
    }
}
