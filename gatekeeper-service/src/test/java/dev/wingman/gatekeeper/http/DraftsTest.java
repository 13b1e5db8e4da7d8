package dev.wingman.gatekeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Violation;
import dev.wingman.platform.http.Body;

class DraftsTest {

    @Test
    void readsAWholeBody() {
        assertThat(Drafts.read(Bodies.WHOLE.getBytes(UTF_8), true, Bodies.AT_MOST)).isInstanceOf(Body.Read.class);
    }

    @Test
    void readsEachPredicateOfTheGuideWhichShowsEachType() throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("basedir", ""), "../docs/instructions.md"));
        var predicates = guide.lines().filter(line -> line.startsWith("{\"type\": ")).toList();

        assertThat(predicates).allSatisfy(predicate -> assertThat(Bodies.judged(
                Bodies.WHOLE.replaceFirst("\\{\"type\": \"file\"[^}]*}", Matcher.quoteReplacement(predicate))))
                .hasValueSatisfying(judgement -> assertThat(judgement.predicates()).hasSize(2))
                .hasValueSatisfying(judgement -> assertThat(judgement.violations()).extracting(Violation::pointer)
                        .noneMatch(pointer -> pointer.startsWith("/success_criteria"))));
        assertThat(Predicate.class.getAnnotation(JsonSubTypes.class).value())
                .allMatch(type -> predicates.stream().anyMatch(line -> line.contains("\"" + type.name() + "\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"kind\": \"file\"}||an object is asked for here whose type is one of file, process, port, http, container, "
                    + "git, test-report",
            "{\"type\": \"file\"}||path is absolute, such as /srv/out.csv",
            "{\"type\": \"file\", \"path\": \"/a\"}||state is present or absent",
            "{\"type\": \"file\", \"path\": \"/a\", \"state\": \"there\"}|/state|this is one of present, absent",
            "{\"type\": \"port\", \"host\": \"a\", \"port\": \"x\"}|/port|a whole number is asked for here"})
    void saysWhatAPredicateLacks(String predicate, String place, String message) {
        var body = "{\"success_criteria\": [{\"predicate\": %s}]}".formatted(predicate).getBytes(UTF_8);

        assertThat(Drafts.read(body, true, Bodies.AT_MOST)).isInstanceOfSatisfying(Body.Refused.class,
                refused -> assertThat(refused.problem().violations()).singleElement().satisfies(fault -> {
                    assertThat(fault.pointer())
                            .isEqualTo("/success_criteria/0/predicate" + (place == null ? "" : place));
                    assertThat(fault.message()).isEqualTo(message);
                }));
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
