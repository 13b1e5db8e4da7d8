package dev.wingman.notifier.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {

    private static final UUID APPROVAL = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @ParameterizedTest
    @EnumSource(Callback.Kind.class)
    void fitsTelegramsLimitAndComesBackAsItWas(Callback.Kind kind) {
        var callback = Callback.of(kind, APPROVAL, DIGEST);

        assertThat(callback.data().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(Callback.LIMIT);
        assertThat(Callback.read(callback.data())).contains(callback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "approve", "a../..", "aAYkAAAAAcACAAAAAAAAAAQ", "x0000000000000000000000",
            "a%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%"})
    void readsNothingThatNoButtonOfOursSays(String data) {
        assertThat(Callback.read(data).filter(found -> found.isOf(APPROVAL, DIGEST))).isEmpty();
    }

    @Test
    void readsNothingLongerThanAButtonCanSay() {
        assertThat(Callback.read("a" + "A".repeat(64))).isEmpty();
    }

    @Test
    void belongsToOneApprovalAndOneCardOfIt() {
        var callback = Callback.of(Callback.Kind.APPROVE, APPROVAL, DIGEST);

        assertThat(callback.isOf(APPROVAL, DIGEST)).isTrue();
        assertThat(callback.isOf(new UUID(1, 2), DIGEST)).isFalse();
        assertThat(callback.isOf(APPROVAL, "sha256:" + "b".repeat(64))).isFalse();
    }
}
