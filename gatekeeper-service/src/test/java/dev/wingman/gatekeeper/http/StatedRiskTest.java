package dev.wingman.gatekeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Risk;

class StatedRiskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            high                               | HIGH
            High: it touches the database      | HIGH
            **High**: it may break             | HIGH
            - high, since others depend on it  | HIGH
            Risk: high                         | HIGH
            Risk level high                    | HIGH
            Risk: **critical**                 | CRITICAL
            The risk is critical               | CRITICAL
            The overall risk level is medium.  | MEDIUM
            low risk                           | LOW
            """)
    void readsALevelInWhicheverWayPeopleStateIt(String text, Risk stated) {
        assertThat(StatedRisk.in(text)).contains(stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"High availability is not touched", "It reads alone", "", "There is no risk",
            "Highlights of the month", "The medium is a tape"})
    void readsNoLevelInWordsThatOnlyLookLikeOne(String text) {
        assertThat(StatedRisk.in(text)).isEmpty();
    }

    @Test
    void takesTheHighestOfAllThatAreStated() {
        assertThat(StatedRisk.highest(List.of("It reads alone", "Low", "Risk: high"))).contains(Risk.HIGH);
    }
}
