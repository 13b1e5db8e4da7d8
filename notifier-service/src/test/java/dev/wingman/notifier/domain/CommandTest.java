package dev.wingman.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @Test
    void readsEachCommand() {
        assertThat(Command.read("/link acme.north.S3CRET"))
                .isEqualTo(new Command.Link("acme.north", "acme.north.S3CRET"));
        assertThat(Command.read("/pending")).isEqualTo(new Command.Pending());
        assertThat(Command.read("/show 01890000-0000")).isEqualTo(new Command.Show("01890000-0000"));
        assertThat(Command.read("/approve 01890000")).isEqualTo(new Command.Approve("01890000", Optional.empty()));
        assertThat(Command.read("/approve 01890000 123456"))
                .isEqualTo(new Command.Approve("01890000", Optional.of("123456")));
        assertThat(Command.read("/deny 01890000 not  now,\nplease"))
                .isEqualTo(new Command.Deny("01890000", "not  now,\nplease"));
        assertThat(Command.read("/status")).isEqualTo(new Command.Status());
        assertThat(Command.read("/locked")).isEqualTo(new Command.Locked());
        assertThat(Command.read("/release coder-1 all is well"))
                .isEqualTo(new Command.Release("coder-1", "all is well"));
    }

    @Test
    void readsWhatClientsMakeOfACommand() {
        assertThat(Command.read("/PENDING@wingman_bot")).isEqualTo(new Command.Pending());
        assertThat(Command.read("/show  0189000A ")).isEqualTo(new Command.Show("0189000a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deny 01890000", "/approve", "/approve all", "/approve 01890000 12ab56",
            "/approve 01890000 123456 654321", "/show", "/show %", "/release coder-1", "/link", "/link acme",
            "/link acme.", "/link .x", "/link acme.x y", "/drop", "/"})
    void saysHowItIsDoneWhenItIsNotWhole(String text) {
        assertThat(Command.read(text)).isInstanceOfSatisfying(Command.Unclear.class,
                unclear -> assertThat(unclear.help()).isNotEmpty());
    }

    @Test
    void leavesProseAlone() {
        assertThat(Command.read("should we approve 01890000?")).isEqualTo(new Command.Unclear(""));
    }

    @Test
    void showsNoCode() {
        assertThat(Command.read("/link acme.S3CRET").toString()).doesNotContain("S3CRET");
        assertThat(Command.read("/approve 01890000 123456").toString()).doesNotContain("123456");
    }
}
