package dev.wingman.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "coder-1", "0", "a.b_c-d",
            "x23456789012345678901234567890123456789012345678901234567890123"})
    void takesOneSpelling(String text) {
        assertThat(new Identifier(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Coder-1", "coder-1 ", " coder-1", "coder-1\n", "-a", ".a", "_a", "a/b", "..",
            "a\u0000",
            "c\u043Eder-1", "x234567890123456789012345678901234567890123456789012345678901234"})
    void refusesEveryOtherSpelling(String text) {
        assertThat(Identifier.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Identifier(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
