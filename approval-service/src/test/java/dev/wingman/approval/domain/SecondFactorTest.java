package dev.wingman.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.DecisionSubmitted;

class SecondFactorTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID SUBMISSION = UUID.fromString("019ab6b2-1c00-7000-8000-000000000001");

    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private final SecondFactor factor = SecondFactor.enrolled(totp, NOON);

    @Test
    void takesTheCodeOfNow() {
        assertThat(factor.check(SUBMISSION, proofAt(NOON), NOON).refusal()).isEmpty();
    }

    @Test
    void takesTheCodeOfAClockThatIsAStepOffAndNoMore() {
        assertThat(factor.check(SUBMISSION, proofAt(NOON.minusSeconds(30)), NOON).refusal()).isEmpty();
        assertThat(factor.check(SUBMISSION, proofAt(NOON.plusSeconds(30)), NOON).refusal()).isEmpty();
        assertRefused(Rule.CODE_WRONG, factor.check(SUBMISSION, proofAt(NOON.minusSeconds(60)), NOON));
        assertRefused(Rule.CODE_WRONG, factor.check(SUBMISSION, proofAt(NOON.plusSeconds(60)), NOON));
    }

    @Test
    void refusesACodeThatWasUsed() {
        var used = factor.check(SUBMISSION, proofAt(NOON), NOON).after();

        assertRefused(Rule.CODE_REPLAYED, used.check(SUBMISSION, proofAt(NOON), NOON.plusSeconds(20)));
        assertRefused(Rule.CODE_REPLAYED, used.check(SUBMISSION, proofAt(NOON.minusSeconds(30)), NOON));
        assertThat(used.check(SUBMISSION, proofAt(NOON.plusSeconds(30)), NOON.plusSeconds(30)).refusal()).isEmpty();
    }

    @Test
    void refusesAProofThatWasMadeForAnotherSubmission() {
        var other = DecisionSubmitted.proof(UUID.randomUUID(), totp.code(Totp.step(NOON)));

        assertRefused(Rule.CODE_WRONG, factor.check(SUBMISSION, other, NOON));
    }

    @Test
    void looksAtNoCodeAfterFiveWrongOnesUntilItsTimeIsOver() {
        var guessed = factor;
        for (int i = 0; i < 5; i++) {
            var checked = guessed.check(SUBMISSION, "guess " + i, NOON.plusSeconds(i));
            assertRefused(Rule.CODE_WRONG, checked);
            guessed = checked.after();
        }

        var soon = NOON.plusSeconds(60);
        assertRefused(Rule.CODE_LOCKED, guessed.check(SUBMISSION, proofAt(soon), soon));
        var later = NOON.plus(Duration.ofMinutes(16));
        assertThat(guessed.check(SUBMISSION, proofAt(later), later).refusal()).isEmpty();
    }

    @Test
    void forgetsWrongCodesOfAnEarlierWindow() {
        var guessed = factor;
        for (int i = 0; i < 4; i++) {
            guessed = guessed.check(SUBMISSION, "guess", NOON).after();
        }

        var later = NOON.plus(Duration.ofMinutes(16));
        var checked = guessed.check(SUBMISSION, "guess", later);

        assertRefused(Rule.CODE_WRONG, checked);
        assertThat(checked.after().lockedUntil()).isEmpty();
        assertThat(checked.after().failures()).isEqualTo(1);
    }

    private String proofAt(Instant moment) {
        return DecisionSubmitted.proof(SUBMISSION, totp.code(Totp.step(moment)));
    }

    private static void assertRefused(Rule rule, SecondFactor.Checked checked) {
        assertThat(checked.refusal().map(Refusal::rule)).contains(rule);
    }
}
