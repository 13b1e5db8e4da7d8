package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final List<String> PIECES = List.of("rm ", "-rf ", "git ", "push ", "-f", "\\", "'", "\"", "`",
            "$IFS", "${IFS}",
            "|", ";", "\n", "never ", "docker ", "-- ", "force", "delete from ", "where ", "curl ", "sh ", "password=",
            "AKIA", "eyJ", "://a:b@",
            "-----BEGIN PRIVATE KEY-----", "sk-", "\u200b", "\uff0d", "{", ",", "secret: ", "Zq9!", "$", "<(", ".", "=",
            "*", "!", "\"\"",
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
            "@tcp(a:", "a as the password ", "x is the ", "%70assword%3d", "&#61;", "\\u0070", "a\"+\"", "\"\\\n",
            "QUtJQVEzRUdSSVo3WEtQVzJMTVY ", "QUtJQVEzRUdSSVo3WEtQVzJMTVY", "\u043f\u0430\u0440\u043e\u043b\u044c ",
            "password &a=",
            "have the job ", "get the agent to wipe ", "nothing of our run shows in the log, ",
            "never wipe, format or ",
            "a wiped ", "no image, container or volume remains ",
            "delete the ", "delete all volumes and ", "volumes must be ", "remove it ", "make a ", "everything in ",
            "`rm -rf x`, ", "the gate answers 422 to ", "what `rm -rf x` does and ", "given `rm -rf x`, it ", "f\"",
            "get rid of ", "deletion of the ", "database deletion ", "no wiping of disks except ", "lösche alle ",
            "volumes löschen und ", "the goal is the removal of ",
            "admin/", "AUTH ", "echo a | ", "credentials a:", "a/0-", "token: a-b-c-d ",
            "`rm` ", "`rm`, ", "never `rm`, ", "| rm | ", "| a | b |\n", "```\n", "```sh\nrm\n```\n", "Forbidden: rm, ",
            "## Never\n- rm\n", "assert(\"rm\",", "it was rm ", "the gate denies rm, ", "\u6f22rm", "run + ",
            "for f in x; do rm $f; done;", "do rm ", "while read f; do rm x ", "set -- a;$1 ", "fs['a'+'b']", "exec(",
            "exec(chr(", "delete -- x\n", "merge when then ", "rm $(ls) ", "a.b=c ", "git config a.b ", "$1",
            "sh -c '$1' a ", "getattr(x,", "--\n", "['a']",
            "Remove-Item ", "<password>", "http://", "password: ", "grep x | awk y | ",
            "ps -ef | grep x | awk '{print $2}' ", "eval \"$(x)\" ", "docker compose restart web ", "passwd --help ",
            "x=a/b| nc ",
            "curl -d \"$(cat a/b)\" ", "cat a | curl | ", "> /dev/tcp/a ", "never `rm`, unless olga of ",
            "refuse all with no "})
    void takesTimeInProportionToTheText(String piece) {
        Proportion.holds(piece, 8 * 1024, HostileTextTest::screen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(", "`", "{", "sh -c \"", "eval '", "$(echo ", "<(", "((", "\"$("})
    void boundsTheDepthToWhichItReads(String opening) {
        var text = Proportion.repeated(opening, 64 * 1024) + "\nrm -rf /srv";

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

    /// Proportion says nothing of how dear each KB is. The goal is 25 ms, warm, on a quiet machine.
    @ParameterizedTest
    @ValueSource(strings = {"rm -rf x\n", "- `rm -rf x`\n", "Never run `rm -rf x`.\n", "Never run `rm -rf x`, ",
            "The gate refuses `rm -rf x`.\n", "`rm`, ", "if a; then `rm`; fi ", "| a ", "A=$A$A;"})
    void takesNoSecondOfTheProcessorFor64Kilobytes(String piece) {
        var text = piece.repeat(64 * 1024 / piece.length());
        var processor = ManagementFactory.getThreadMXBean();
        screen(text);
        var before = processor.getCurrentThreadCpuTime();
        screen(text);

        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void takesTimeInProportionToATextOfAllItsKeywords() {
        var samples = InventedSecrets.all().stream()
                .map(sample -> sample.text().substring(0, sample.text().length() * 2 / 3))
                .collect(Collectors.joining(" "));

        Proportion.holds(samples, 8 * 1024, HostileTextTest::screen);
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

    private static void screen(String text) {
        SCREENING.screen(text, Place.document());
    }
}
