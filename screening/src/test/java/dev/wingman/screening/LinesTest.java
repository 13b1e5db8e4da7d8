package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
    void countsWhateverEndsALine(String end) {
        var text = "one" + end + "two" + end + end + "git push --force";

        assertThat(Lines.of(text).place(text.indexOf("two"))).isEqualTo("2:1");
        assertThat(Lines.of(text).place(text.length())).isEqualTo("4:17");
        assertThat(Screening.standard().forbidden(text, Place.document())).extracting(Violation::pointer)
                .containsExactly("4:10");
    }

    @Test
    void pointsToASecretInItsLine() {
        var text = "a\u2028b\rkey AKIA" + "Q7RZLM4TWVX2NHYB";

        assertThat(Screening.standard().secrets(text, Place.document())).extracting(Violation::pointer)
                .containsExactly("3:5");
    }

    @Test
    void knowsTheEndsOfAnyText() {
        assertThat(Lines.of("").place(0)).isEqualTo("1:1");
        assertThat(Lines.of("\n").place(0)).isEqualTo("1:1");
        assertThat(Lines.of("a\r\n").place(2)).isEqualTo("1:3");
        assertThat(Lines.of("a\r\n").place(3)).isEqualTo("2:1");
    }

    @Test
    void countsTheLinesOfATextOnceForAllThatIsFoundInIt() {
        var text = "\n".repeat(64_000) + "git push --force\n".repeat(100);
        var processor = ManagementFactory.getThreadMXBean();
        Lines.of(text);

        var before = processor.getCurrentThreadCpuTime();
        var lines = Lines.of(text);
        for (var at = 0; at < text.length(); at++) {
            lines.place(at);
        }

        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }
}
