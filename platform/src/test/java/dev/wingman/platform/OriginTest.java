package dev.wingman.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void namesTypesAndPlacesOfAFailureAndItsCauseButRepeatsNoMessage() {
        var failure = new IllegalStateException("hunter2", new IllegalArgumentException("duplicate element: hunter2"));

        var origin = Origin.of(failure);

        assertThat(origin).contains("IllegalStateException at ", "; by java.lang.IllegalArgumentException",
                "OriginTest.java").doesNotContain("hunter2");
    }
}
