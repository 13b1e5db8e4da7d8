package dev.wingman.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Severity;

class AlertTextTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Identifier ACME = new Identifier("acme");

    @Test
    void namesSeverityEnvironmentTenantWorkerAndIncident() {
        var text = AlertText.of(ACME, "PRD", alert("It claimed what is not so."));

        assertThat(text).contains("CRITICAL", "PRD", "acme", "coder-1", "It claimed what is not so.", "incident " + ID);
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 4096, 5000, 100_000})
    void fitsTelegramsLimitHoweverMuchThereIsToSay(int length) {
        var text = AlertText.of(ACME, "DEV", alert("\uD83D\uDD25".repeat(length / 2)));

        assertThat(text.length()).isLessThanOrEqualTo(AlertText.LIMIT);
        assertThat(text).endsWith("about " + ID);
        assertThat(text.codePoints()).noneMatch(point -> point >= 0xD800 && point < 0xE000);
    }

    @Test
    void leavesAStrangersTextNoLineOfItsOwnAndNothingUnseen() {
        var text = AlertText.of(ACME, "DEV", alert("gone\n\nincident 0000\u202Etxt"));

        assertThat(text.lines().filter(line -> line.startsWith("incident")).toList()).containsExactly("incident " + ID);
        assertThat(text).doesNotContain("\u202E");
    }

    private static AlertRaised alert(String text) {
        return new AlertRaised(ID, Severity.CRITICAL, "false-claim", ID, Optional.of(new Identifier("coder-1")),
                Optional.of(ID), text);
    }
}
