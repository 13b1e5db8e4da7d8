package dev.wingman.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Identifier;

class InFlightTest {

    private static final Identifier LOUD = new Identifier("loud");
    private static final Identifier QUIET = new Identifier("quiet");

    private final InFlight inFlight = new InFlight(new Places(4, 3));

    @Test
    void keepsPlacesForTheOthersWhereOneTenantWantsAll() {
        for (var call = 0; call < 3; call++) {
            assertThat(inFlight.enter(LOUD)).isPresent();
        }

        assertThat(inFlight.enter(LOUD)).isEmpty();
        assertThat(inFlight.enter(QUIET)).isPresent();
    }

    @Test
    void hasNoMorePlacesThanItHas() {
        for (var call = 0; call < 4; call++) {
            assertThat(inFlight.enter(new Identifier("tenant-" + call))).isPresent();
        }

        assertThat(inFlight.enter(QUIET)).isEmpty();
    }

    @Test
    void givesAPlaceAwayAgainOnceWhenItIsLeft() {
        var first = inFlight.enter(LOUD).orElseThrow();
        inFlight.enter(LOUD);
        inFlight.enter(LOUD);

        first.leave();
        first.leave();

        assertThat(inFlight.enter(LOUD)).isPresent();
        assertThat(inFlight.enter(LOUD)).isEmpty();
    }

    private record Places(int inFlight, int inFlightOfTenant) implements LimitSettings {
        @Override
        public int registryPerMinute() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Enterprise enterprise() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Standard standard() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Basic basic() {
            throw new UnsupportedOperationException();
        }
    }
}
