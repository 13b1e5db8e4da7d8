package dev.wingman.client;

import java.time.Duration;
import java.util.Optional;

/// Why a call was not answered with what it asked for.
public sealed interface Refusal {
    /// What was sent is not accepted: 400, 409, 413, 415, 422.
    record Rejected(Problem problem) implements Refusal {}

    /// No token, a wrong one, or a role that may not: 401, 403.
    record NotAllowed(Problem problem) implements Refusal {}

    /// The worker is locked: 423.
    ///
    /// @param incident joins the lock, its alert and this answer
    record Locked(Problem problem, String reason, String since, String incident) implements Refusal {}

    /// There is no such thing, or it is another tenant's: 404.
    record Missing(Problem problem) implements Refusal {}

    /// Ask again later: 429, 5xx, or nobody answers at all.
    ///
    /// @param why one line for people
    /// @param retryAfter what the service asks for
    record Unavailable(String why, Optional<Duration> retryAfter) implements Refusal {}
}
