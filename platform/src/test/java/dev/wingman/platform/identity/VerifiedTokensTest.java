package dev.wingman.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final Moving clock = new Moving();
    private final List<String> checked = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void checksATokenOnceAMinute() throws ParseException {
        var first = ask("a", 3_600);
        clock.passes(Duration.ofSeconds(59));

        assertThat(ask("a", 3_600)).isSameAs(first);
        assertThat(checked).containsExactly("a");

        clock.passes(Duration.ofSeconds(1));
        ask("a", 3_600);
        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void remembersNoTokenPastItsExpiry() throws ParseException {
        ask("a", 10);
        clock.passes(Duration.ofSeconds(10));
        ask("a", 10);

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void checksAgainWhenTheClockWasSetBack() throws ParseException {
        ask("a", 3_600);
        clock.passes(Duration.ofSeconds(-1));
        ask("a", 3_600);

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void remembersNothingOfATokenThatIsRefused() {
        for (var time = 0; time < 2; time++) {
            assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.of("forged", token -> {
                checked.add(token);
                throw new ParseException("not signed by the issuer");
            }));
        }

        assertThat(checked).containsExactly("forged", "forged");
    }

    @Test
    void takesNoTokenForAnotherThatBeginsAlike() throws ParseException {
        assertThat(ask("a.b.c", 60)).isNotSameAs(ask("a.b.d", 60));
        assertThat(checked).hasSize(2);
    }

    @Test
    void forgetsTheOldestWhereThereAreMoreThanItHolds() throws ParseException {
        for (var token = 0; token <= 1_024; token++) {
            ask("token-" + token, 3_600);
        }
        checked.clear();

        ask("token-1", 3_600);
        ask("token-0", 3_600);

        assertThat(checked).containsExactly("token-0");
    }

    private JsonWebToken ask(String token, long expiresIn) throws ParseException {
        var expires = Moving.START.getEpochSecond() + expiresIn;
        return tokens.of(token, asked -> {
            checked.add(asked);
            return expiring(expires);
        });
    }

    private static JsonWebToken expiring(long at) {
        return (JsonWebToken) Proxy.newProxyInstance(JsonWebToken.class.getClassLoader(),
                new Class<?>[]{JsonWebToken.class}, (_, method, _) -> switch (method.getName()) {
                    case "getExpirationTime" -> at;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Moving extends Clock {

        private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
        private Instant now = START;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for a zone");
        }
    }
}
