package dev.wingman.gatekeeper.domain.risk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SenseTest {

    @Test
    void refusesATableWhoseBitsReachTheOneOfAMark() {
        assertThatCode(() -> Sense.requireRoom(Words.MARK)).doesNotThrowAnyException();

        assertThatThrownBy(() -> Sense.requireRoom(Words.MARK << 1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hazards.tsv");
    }
}
