package dev.wingman.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DockerEngineTest {

    private static final String SETTING = "wingman.docker";

    private final Optional<String> before = Optional.ofNullable(System.getProperty(SETTING));

    @AfterEach
    void giveTheSettingBack() {
        before.ifPresentOrElse(value -> System.setProperty(SETTING, value), () -> System.clearProperty(SETTING));
    }

    @Test
    void failsWhatCannotBeTestedWhereAnEngineIsRequired() {
        System.setProperty(SETTING, "required");

        assertThatThrownBy(() -> DockerEngine.allows(false, "who holds the socket")).isInstanceOf(
                IllegalStateException.class).hasMessageContaining("who holds the socket");
        assertThat(DockerEngine.allows(true, "who holds the socket")).isTrue();
    }

    @Test
    void leavesOutWhatCannotBeTestedElsewhere() {
        System.clearProperty(SETTING);

        assertThat(DockerEngine.allows(false, "who holds the socket")).isFalse();
    }
}
