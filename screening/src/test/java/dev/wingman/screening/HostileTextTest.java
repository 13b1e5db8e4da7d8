package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final Screening SCREENING = Screening.standard();
    private static final FingerprintKey KEY = new FingerprintKey(
            "sixteen bytes or more".getBytes(StandardCharsets.UTF_8));
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final List<String> PIECES = List.of("rm ", "-rf ", "git ", "push ", "-f", "\\", "'", "\"", "`",
            "$IFS", "${IFS}",
            "|", ";", "\n", "never ", "docker ", "-- ", "force", "delete from ", "where ", "curl ", "sh ", "password=",
            "AKIA", "eyJ", "://a:b@",
            "-----BEGIN PRIVATE KEY-----", "sk-", "\u200b", "\uff0d", "{", ",", "secret: ", "Zq9!", "$", "<(", ".",
            "/");

    @Property(tries = 500)
    void neverThrowsWhateverTheText(@ForAll String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void neverThrowsWhateverIsMadeOfItsOwnKeywords(@ForAll("keywords") String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void leavesNoSecretBehindWhateverStandsAroundIt(@ForAll("keywords") String before,
            @ForAll("keywords") String after) {
        var text = before + " " + SampleSecrets.awsAccessKey() + " " + after;

        assertThat(SCREENING.redact(text, KEY).text()).doesNotContain(SampleSecrets.awsAccessKey());
    }

    @Property(tries = 200)
    void findsASecretAnywhereInALongText(@ForAll("keywords") String before, @ForAll @IntRange(max = 40_000) int far,
            @ForAll("keywords") String after) {
        var text = "lorem ipsum ".repeat(far / 12) + before + "\n" + SampleSecrets.awsAccessKey() + "\n" + after;

        assertThat(SCREENING.redact(text, KEY).text()).doesNotContain(SampleSecrets.awsAccessKey());
    }

    /// Twice the text may cost twice the time, never four times. Compared over a factor of eight, in this thread's own processor
    /// time and by the best of several runs, so that a busy machine does not decide.
    @ParameterizedTest
    @ValueSource(strings = {"rm ", "git push ", "docker -H x ", "AKIA", "password=", "eyJ",
            "-----BEGIN PRIVATE KEY-----", "never ",
            "://a:", "curl | sh ", "delete from x ", "a", "-", "\\", "'\"", "token: Zq9!a8B7c6 ", "-- ",
            "secret_key\"] = \"", "sk-", "$(", "`", "{", "X=", "X=$X$X;", "{a,b}", "'a'", "'a", "\"$(", "<(", "<<E\n",
            "r? ", "/r[m] ",
            "$'", "${", "${X:-", "sh -c '", "\\\"", "x(){", "a|", "db.x.remove(", "rm -", "rm -x ", "rm --a ",
            "git --a b ", "-- ", "/*", "/* */",
            "DR/**/OP ", "curl x ", "cm0gLXJmIC9zcnY=", "never a ", "- rm\n", "- never:\n- a\n", "alias x=rm;x ",
            "echo '", "$(echo $(", "%X%",
            "where 1=1 or ", "delete from x where ", "\u0440", "\ud835\udc2b", "a,", "\\x72",
            "secret_key\"] = \"", "sk-", "eyJ-", "eyJaaaaaaaaaaa.", "password is ", "password: {\"x\": ",
            "secret = get(\"a\", \"b\", ",
            "datadog key ", "heroku api key 0123-", "curl -u a:b ", "mysql -p", ".", "aaaaaaaaaaaaaaaaaaaaaaa.",
            "kind: Secret\n",
            "kind: Secret\ndata:\n  a: aGVsbG8=\n", "private-lines: AAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", "private key ",
            "7Q~8Q~",
            ":AA12345", "name: TOKEN\nvalue: ", "pass=${a:", "machine a login b password ", "\u200b", "xoxb-1-", "SG.",
            "@tcp(a:"})
    void takesTimeInProportionToTheText(String piece) {
        var small = text(piece, 8 * 1024);
        var large = text(piece, 64 * 1024);
        best(small);

        assertThat(best(large)).isLessThan(8 * 4 * Math.max(best(small), 1_000_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(", "`", "{", "sh -c \"", "eval '", "$(echo ", "<(", "((", "\"$("})
    void boundsTheDepthToWhichItReads(String opening) {
        var text = text(opening, 64 * 1024) + "\nrm -rf /srv";

        assertThat(SCREENING.forbidden(text, Place.command("/action/cwd"))).isNotEmpty();
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @Test
    void callsWhatIsNestedTooDeepUnreadable() {
        var text = "true";
        for (var depth = 0; depth < 40; depth++) {
            text = "echo $(" + text + ")";
        }

        assertThat(SCREENING.forbidden(text, Place.command("/action/cwd"))).extracting(Violation::rule)
                .contains("forbidden/unreadable-command");
    }

    @Test
    void takesTimeInProportionToATextOfAllItsKeywords() {
        var samples = InventedSecrets.all().stream()
                .map(sample -> sample.text().substring(0, sample.text().length() * 2 / 3))
                .collect(Collectors.joining(" "));
        var small = text(samples, 8 * 1024);
        best(small);

        assertThat(best(text(samples, 64 * 1024))).isLessThan(8 * 4 * Math.max(best(small), 1_000_000L));
    }

    @Provide
    Arbitrary<String> keywords() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static void check(String text) {
        var found = SCREENING.screen(text, Place.document());
        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.start()).isBetween(0, text.length());
            assertThat(violation.end()).isBetween(violation.start(), text.length());
        });
        SCREENING.redact(text, KEY);
    }

    private static String text(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static long best(String text) {
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 3; run++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            SCREENING.screen(text, Place.document());
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
