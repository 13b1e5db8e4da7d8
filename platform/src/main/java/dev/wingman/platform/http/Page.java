package dev.wingman.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list, `{items, next}`. `next` is opaque: it goes back as `cursor`, and is absent at the end.
public record Page<T>(List<T> items, Optional<String> next) {

    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    /// What was asked for: how many, and after which item.
    public record Request(int limit, Optional<String> after) {

        /// One more than asked is read, to know whether anything follows.
        public int toRead() {
            return limit + 1;
        }
    }

    /// The request in `limit` and `cursor`, or why it is none.
    public static Body<Request> request(Optional<Integer> limit, Optional<String> cursor) {
        if (limit.isPresent() && (limit.get() < 1 || limit.get() > MOST)) {
            return new Body.Refused<>(Problem.malformed("limit is 1 to " + MOST + "."));
        }
        try {
            return new Body.Read<>(new Request(limit.orElse(DEFAULT), cursor
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException e) {
            return new Body.Refused<>(Problem.malformed("cursor is not one that an earlier answer gave as next."));
        }
    }

    /// A page out of what was read with [Request#toRead]; `position` names an item for the next cursor.
    public static <T> Page<T> of(List<T> read, Request request, Function<T, String> position) {
        if (read.size() <= request.limit()) {
            return new Page<>(List.copyOf(read), Optional.empty());
        }
        var items = List.copyOf(read.subList(0, request.limit()));
        var next = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(position.apply(items.getLast()).getBytes(StandardCharsets.UTF_8));
        return new Page<>(items, Optional.of(next));
    }
}
