package dev.wingman.gatekeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Violation;
import dev.wingman.platform.http.Body;

class DraftsTest {

    @Test
    void readsAWholeBody() {
        assertThat(Drafts.read(Bodies.WHOLE.getBytes(UTF_8), true, Bodies.AT_MOST)).isInstanceOf(Body.Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliverables", "success_criteria", "quality_metrics"})
    void refusesAnObjectWhereAPointStands(String point) {
        for (var object : List.of("{}", "{\"texts\": [\"a\"], \"listed\": true}",
                "{\"items\": [], \"listed\": true}")) {
            var body = "{\"%s\": %s}".formatted(point, object).getBytes(UTF_8);

            assertThat(Drafts.read(body, true, Bodies.AT_MOST)).isInstanceOfSatisfying(Body.Refused.class,
                    refused -> assertThat(refused.problem().violations()).extracting(Violation::pointer)
                            .allMatch(pointer -> pointer.startsWith("/" + point)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wingman.gatekeeper.http.Bodies#odd")
    void readsOrRefusesWhatIsOddInAnyPlace(String odd) {
        Bodies.judge(odd);
        for (var name : List.of("title", "deliverables", "success_criteria", "risk_assessment", "action", "site")) {
            Bodies.judge("{\"" + name + "\": " + odd + "}");
            Bodies.judge(Bodies.WHOLE.replaceFirst("\"" + name + "\": ",
                    "\"" + name + "\": " + Matcher.quoteReplacement(odd) + ", \"x\": "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:9 | # Export
            2:1 | # Export\\n
            3:13 | # Export\\n## Deliverables\\nA CSV export
            4:1 | # Export\\r\\n## Deliverables\\r\\nA CSV export\\r\\n
            """)
    void pointsFromATextsMissingPointToItsEndWhereItsHeadingWouldGo(String end, String text) {
        assertThat(missing(text.replace("\\r", "\r").replace("\\n", "\n"), "mitigation")).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
    void countsALineAlikeForWhateverIsFoundInIt(String end) {
        var text = String.join(end, "# Export", "## Deliverables", "- Run git push --force now", "## Mitigation", "TBD",
                "");

        assertThat(Bodies.violations(text)).extracting(violation -> violation.rule() + " " + violation.pointer())
                .contains("forbidden/force-flag 3:16", "ten-points/mitigation-missing 5:1",
                        "ten-points/boundaries-missing 6:1");
    }

    @Test
    void pointsFromAPointThatSaysNothingToItsText() {
        assertThat(missing("# Export\n## Mitigation\n- TBD\n## Boundaries\nNo", "mitigation")).isEqualTo("3:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[", "{\"deliverables\":[", "1", "-", "1e", "0.", "\"", "\\", "\\ud800",
            "\u00e9",
            "{\"title\":\"a\",", "\"a\",", " ", "null,", "\ud83d\ude00", "\ufffe"})
    void isQuickOnHostileBodies(String piece) {
        for (var begin : List.of("", "{\"title\": ", "{\"deliverables\": [\"", "{\"action\": {\"type\": ", "{\"a")) {
            var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Bodies.judge(begin + piece.repeat(200_000 / piece.length()));
            var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;

            assertThat(took).isLessThan(2_000_000_000L);
        }
    }

    private static String missing(String text, String point) {
        return Bodies.violations(text).stream()
                .filter(violation -> violation.rule().equals("ten-points/" + point + "-missing"))
                .map(Violation::pointer).findFirst().orElse("nowhere");
    }
}
