package dev.wingman.approval.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.DecisionSubmitted;

/// An operator's second factor, with what keeps it from being guessed or used again.
///
/// @param lastStep the step of the last code that was taken; it and those before it are gone
/// @param failures wrong codes since `windowFrom`
/// @param lockedUntil until then no code is looked at
public record SecondFactor(Totp totp, long lastStep, int failures, Instant windowFrom,
        Optional<Instant> lockedUntil) {

    private static final int WRONG_AT_MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /// Steps before and behind the present one, for clocks that differ.
    private static final int TOLERANCE = 1;

    /// A judged code, and the factor as it is from now on.
    public record Checked(Optional<Refusal> refusal, SecondFactor after) {}

    public static SecondFactor enrolled(Totp totp, Instant now) {
        return new SecondFactor(totp, -1, 0, now, Optional.empty());
    }

    /// Judges the proof of a code that was bound to this submission.
    public Checked check(UUID submission, String proof, Instant now) {
        if (lockedUntil.filter(now::isBefore).isPresent()) {
            return new Checked(refusal(Rule.CODE_LOCKED, "Too many wrong codes. Wait, or decide by HTTP."), this);
        }
        var present = Totp.step(now);
        var step = LongStream.rangeClosed(present - TOLERANCE, present + TOLERANCE)
                .filter(one -> same(DecisionSubmitted.proof(submission, totp.code(one)), proof)).max();
        if (step.isEmpty()) {
            return new Checked(refusal(Rule.CODE_WRONG, "This code is wrong."), failed(now));
        }
        return step.getAsLong() <= lastStep
                ? new Checked(refusal(Rule.CODE_REPLAYED, "This code was used before: wait for the next one."),
                        failed(now))
                : new Checked(Optional.empty(),
                        new SecondFactor(totp, step.getAsLong(), 0, now, Optional.empty()));
    }

    private SecondFactor failed(Instant now) {
        var fresh = !now.isBefore(windowFrom.plus(WINDOW));
        var wrong = fresh ? 1 : failures + 1;
        return new SecondFactor(totp, lastStep, wrong >= WRONG_AT_MOST ? 0 : wrong, fresh ? now : windowFrom,
                wrong >= WRONG_AT_MOST ? Optional.of(now.plus(WINDOW)) : Optional.empty());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refusal> refusal(Rule rule, String detail) {
        return Optional.of(new Refusal(rule, detail));
    }
}
