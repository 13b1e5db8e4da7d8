package dev.wingman.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Violation;

/// RFC 9457 problem details: what was wrong, where, and what to do. It never repeats what was sent.
///
/// @param type a stable `urn:wingman:problem:<name>`
/// @param more members of this kind of problem, beside the standard ones
/// @param headers answered with it, such as `Retry-After`
public record Problem(String type, String title, int status, String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        @com.fasterxml.jackson.annotation.JsonAnyGetter Map<String, Object> more,
        @JsonIgnore Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem("urn:wingman:problem:" + name, title, status, detail, List.of(), Map.of(), Map.of());
    }

    public static Problem malformed(String detail) {
        return of(400, "malformed", "The request cannot be read", detail);
    }

    public static Problem unauthenticated() {
        return of(401, "unauthenticated", "Who are you?",
                "Send a valid, unexpired token: Authorization: Bearer <JWT>.").header("WWW-Authenticate", "Bearer");
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    public static Problem notFound() {
        return of(404, "not-found", "Not found", "There is no such thing here for you. Check the id and the tenant.");
    }

    public static Problem conflict(String detail) {
        return of(409, "conflict", "Conflict", detail);
    }

    public static Problem tooLarge(int bytesAtMost) {
        return of(413, "too-large", "Too large", "The body may have " + bytesAtMost + " bytes at most. Send less.");
    }

    public static Problem invalid(List<Violation> violations) {
        return new Problem("urn:wingman:problem:invalid", "Not acceptable as it is", 422,
                violations.size() + (violations.size() == 1 ? " violation" : " violations")
                        + ". Mend each and send it again.",
                List.copyOf(violations), Map.of(), Map.of());
    }

    /// Malformed, with the places.
    public static Problem malformed(List<Violation> violations) {
        return new Problem("urn:wingman:problem:malformed", "The request cannot be read", 400,
                "Mend what is named and send it again.", List.copyOf(violations), Map.of(), Map.of());
    }

    public static Problem locked(Lock lock) {
        return of(423, "locked", "This worker is locked",
                "Nothing but claims is heard from it until an operator releases it.").member("reason", lock.reason())
                .member("since", lock.since()).member("incident", lock.incident());
    }

    public static Problem tooMany(Duration retryAfter) {
        return of(429, "too-many-requests", "Too many requests",
                "This caller or its tenant called more often than it may. Wait, and send it again.")
                .header("Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds()));
    }

    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(503, "unavailable", "Not available now", detail).header("Retry-After",
                Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    public Problem header(String name, String value) {
        var all = new TreeMap<>(headers);
        all.put(name, value);
        return new Problem(type, title, status, detail, violations, more, all);
    }

    public Problem member(String name, Object value) {
        var all = new TreeMap<>(more);
        all.put(name, value);
        return new Problem(type, title, status, detail, violations, all, headers);
    }

    public Response response() {
        var answer = Response.status(status).type(MEDIA_TYPE).entity(Json.bytes(this));
        headers.forEach(answer::header);
        return answer.build();
    }
}
