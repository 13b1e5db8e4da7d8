package dev.wingman.claimlogger.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.wingman.claimlogger.Claims;

/// A page of a list.
///
/// @param next the cursor of the page behind it; null on the last
record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    static Page<Claims.Seen> of(List<Claims.Seen> found, int limit) {
        return new Page<>(found, found.size() < limit ? null : cursor(found.getLast()));
    }

    static Optional<Claims.Behind> behind(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/", -1);
            return parts.length == 2
                    ? Ask.uuid(parts[1]).flatMap(id -> Ask.number(parts[0])
                            .map(micros -> new Claims.Behind(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String cursor(Claims.Seen last) {
        var text = ChronoUnit.MICROS.between(Instant.EPOCH, last.claimedAt()) + "/" + last.claimId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
