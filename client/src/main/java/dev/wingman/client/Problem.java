package dev.wingman.client;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Violation;

/// RFC 9457 problem details.
///
/// @param status the HTTP status
/// @param title the kind of problem in a few words
/// @param detail this occurrence, or empty
/// @param violations every fault at once, or none
/// @param json the whole body, with the members that a problem of its kind adds
public record Problem(int status, String title, String detail, List<Violation> violations, JsonNode json) {
    public Problem {
        violations = List.copyOf(violations);
    }

    /// Reads a body; one that is no problem details still tells its status.
    static Problem of(int status, JsonNode body) {
        return new Problem(status, body.path("title").asText(titleOf(status)), body.path("detail").asText(""),
                violations(body.path("violations")), body);
    }

    /// The violations in an array of them.
    static List<Violation> violations(JsonNode array) {
        var violations = new ArrayList<Violation>();
        array.forEach(one -> violations.add(new Violation(one.path("rule").asText(), one.path("pointer").asText(),
                one.path("message").asText())));
        return violations;
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Conflict";
            case 423 -> "Locked";
            default -> "HTTP " + status;
        };
    }
}
