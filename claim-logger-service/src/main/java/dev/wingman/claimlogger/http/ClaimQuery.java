package dev.wingman.claimlogger.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.wingman.claimlogger.Claims;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Verdict;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// Which claims a caller asks for. A worker gets its own, whatever it asks.
sealed interface ClaimQuery {

    /// Understood.
    record Asked(Claims.Filter filter) implements ClaimQuery {}

    /// Not understood.
    record Unclear(Problem problem) implements ClaimQuery {}

    static ClaimQuery of(MultivaluedMap<String, String> query, Caller caller) {
        var worker = value(query, "worker");
        var verdict = value(query, "verdict");
        var since = value(query, "since");
        var cursor = value(query, "cursor");
        var limit = Ask.limit(value(query, "limit"));
        var filter = new Claims.Filter(worker.filter(Identifier::isValid).map(Identifier::new),
                verdict.flatMap(ClaimQuery::verdict), since.flatMap(ClaimQuery::instant), cursor.flatMap(Page::behind),
                limit.orElse(Ask.LIMIT));
        if (limit.isEmpty()) {
            return unclear("limit is 1 to " + Ask.LARGEST_LIMIT + ".");
        }
        if (worker.isPresent() != filter.worker().isPresent()) {
            return unclear("worker is a worker's id.");
        }
        if (verdict.isPresent() != filter.verdict().isPresent()) {
            return unclear("verdict is TRUE, FALSE or UNVERIFIABLE.");
        }
        if (since.isPresent() != filter.since().isPresent()) {
            return unclear("since is a time such as 2026-01-31T12:00:00Z.");
        }
        if (cursor.isPresent() != filter.behind().isPresent()) {
            return unclear("cursor is the next of an answer, as it stood there.");
        }
        return new Asked(caller.has(Role.WORKER) ? own(filter, caller.worker()) : filter);
    }

    private static Claims.Filter own(Claims.Filter filter, Identifier worker) {
        return new Claims.Filter(Optional.of(worker), filter.verdict(), filter.since(), filter.behind(),
                filter.limit());
    }

    private static ClaimQuery unclear(String detail) {
        return new Unclear(Problem.malformed(detail));
    }

    private static Optional<String> value(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name));
    }

    private static Optional<Verdict> verdict(String text) {
        return Arrays.stream(Verdict.values()).filter(verdict -> verdict.name().equals(text)).findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            var instant = Instant.parse(text);
            return instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"))
                    ? Optional.of(instant)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
