package dev.wingman.gatekeeper.domain.risk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeaningsTest {

    @Test
    void refusesATableOfMoreUpheavalsThanFit() {
        assertThatCode(() -> Meanings.roles(20)).doesNotThrowAnyException();

        assertThatThrownBy(() -> Meanings.roles(21)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hazards.tsv");
    }
}
