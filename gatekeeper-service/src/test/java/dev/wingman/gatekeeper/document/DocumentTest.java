package dev.wingman.gatekeeper.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.gatekeeper.domain.Passage;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.gatekeeper.domain.Stray;

class DocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"## Success Criteria\n%s", "**SUCCESS_CRITERIA**\n%s", "Success criteria:\n%s",
            "SUCCESS_CRITERIA — %s", "2. Success Criteria\n%s", "2) success-criteria: %s",
            "### 2. Success Criteria:\n- %s",
            "**Success Criteria:** %s", "- **Success criteria**: %s", "Success Criteria\n----\n%s",
            "# SUCCESS CRITERIA #\n\n1. %s", "SuccessCriteria - %s", "__Success criteria__\n* %s",
            "##Success Criteria\n%s", "2 Success criteria\n%s", "2.1 Success criteria\n%s", "(2) Success Criteria\n%s",
            "II. Success criteria\n%s", "b) Success criteria: %s", "Point 2: Success criteria: %s",
            "**2. Success Criteria**\n%s", "[Success Criteria]\n%s", "=== Success Criteria ===\n%s",
            "Success Criteria\n================\n%s", "*** Success Criteria ***\n%s", "> **Success Criteria**\n> %s",
            "<h2>Success Criteria</h2>\n%s", "<b>Success criteria</b>: %s", "\u2705 Success Criteria\n- [ ] %s",
            "\u2022 Success criteria: %s", "success_criteria = %s", "success.criteria: %s", "Success criteria\t%s",
            "Success criteria (all must hold):\n%s", "| Success criteria | %s |", "- Success criteria: %s",
            "- [x] **Success criteria** - %s", "Success\u00a0Criteria:\n%s", "\uff33uccess criteria: %s",
            "*Success criteria*\n%s", "_Success criteria:_ %s", "`success_criteria`: %s", "***Success Criteria:*** %s"})
    void readsAHeadingInEachUsualSpelling(String form) {
        var document = Document.read(form.formatted("the file /srv/out.csv exists"));

        assertThat(document.points().get(Point.SUCCESS_CRITERIA)).extracting(Passage::text)
                .containsExactly("the file /srv/out.csv exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The mitigation is that we roll back", "Mitigation of the risk comes first",
            "We have deliverables, mitigation, boundaries and more: all of it", "```\n## Mitigation\nroll back\n```",
            "Our mitigation: roll back", "In short, mitigation - roll back", "Mitigation is: roll back", "(mitigation)",
            "| what | mitigation |", "See mitigation: none is needed", "no mitigation: nothing can happen"})
    void takesNoNameInsideASentenceOrABlockForAHeading(String text) {
        assertThat(Document.read(text).points()).isEmpty();
    }

    @Test
    void readsAllTenPointsATitleASiteAndAnAction() {
        var text = "# Export the orders\n\nSite: local\nAction: none\n" + Stream.of(Point.values())
                .map(point -> "## " + point.names().getFirst() + "\nsomething for " + point.key() + "\n")
                .collect(Collectors.joining("\n"));

        var document = Document.read(text);

        assertThat(document.title().orElseThrow().text()).isEqualTo("Export the orders");
        assertThat(document.under("site").orElseThrow().text()).isEqualTo("local");
        assertThat(document.under("action").orElseThrow().text()).isEqualTo("none");
        assertThat(document.points()).hasSize(10);
    }

    @Test
    void readsAListOfTenNamesAndLeavesASubordinateNameInItsPoint() {
        var list = Document.read("- Deliverables: a report\n- Mitigation: roll back\n  - Dependencies: none of ours");
        var nested = Document.read("## Risk assessment\n- Mitigation: roll back\n- Dependencies: two");

        assertThat(list.points()).containsOnlyKeys(Point.DELIVERABLES, Point.MITIGATION);
        assertThat(nested.points()).containsOnlyKeys(Point.RISK_ASSESSMENT);
    }

    @Test
    void pointsToLineAndColumn() {
        var document = Document.read("Title: x\n\nMitigation:\n  - roll back");

        assertThat(document.points().get(Point.MITIGATION)).containsExactly(new Passage("roll back", "4:5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deliverable(s)              | DELIVERABLES
            Acceptance criteria         | SUCCESS_CRITERIA
            Definition of Done          | SUCCESS_CRITERIA
            Abnahmekriterien            | SUCCESS_CRITERIA
            Out of scope                | BOUNDARIES
            Non-Goals                   | BOUNDARIES
            Prerequisites               | DEPENDENCIES
            Abhängigkeiten         | DEPENDENCIES
            Rollback plan               | MITIGATION
            Roll-back plan              | MITIGATION
            Testing                     | TEST_PROCESS
            TEST PLAN                   | TEST_PROCESS
            Test report format          | TEST_RESULTS_FORMAT
            Required resources          | RESOURCE_REQUIREMENTS
            Risks                       | RISK_ASSESSMENT
            Risk(s)                     | RISK_ASSESSMENT
            Quality criteria            | QUALITY_METRICS
            """)
    void readsAUsualSynonymAsThePointThatItMeans(String synonym, Point point) {
        for (var form : List.of("## %s\ntext", "**%s**\ntext", "3. %s:\n- text", "%s\n-----\ntext",
                "| **%s** | text |", "\u2705 %s: text")) {
            var points = Document.read(form.formatted(synonym)).points();

            assertThat(points).as(form.formatted(synonym)).containsOnlyKeys(point);
            assertThat(points.values()).allMatch(passages -> passages.getLast().text().equals("text"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Goal", "Objective", "Scope", "Constraints", "Test results", "Metrics", "Steps"})
    void takesNoHeadingForAPointWhoseMeaningItOnlyMayHave(String name) {
        assertThat(Document.read("## " + name + "\ntext").points()).isEmpty();
    }

    @Test
    void joinsAPointThatIsNamedTwice() {
        var document = Document.read("## Mitigation\nrestore it\n### Rollback plan\nsay so\n### Contacts\nOlga");

        assertThat(document.points()).containsOnlyKeys(Point.MITIGATION);
        assertThat(document.points().get(Point.MITIGATION)).extracting(Passage::text).containsExactly("restore it",
                "say so", "### Contacts", "Olga");
    }

    @Test
    void keepsWhatIsOutOfScopeOutOfScope() {
        var document = Document.read("## Out of scope\n- deploying\n- deleting");

        assertThat(document.points().get(Point.BOUNDARIES)).extracting(Passage::text).containsExactly("Out of scope:",
                "deploying", "deleting");
        assertThat(Document.read("## Out of scope\n\n## Risks\nlow").points()).doesNotContainKey(Point.BOUNDARIES);
    }

    @Test
    void takesAnOrdinaryWordBelowAHeadingForNone() {
        var document = Document.read("## Deliverables\nTesting: a script\nResources: a table\nMitigation: roll back");

        assertThat(document.points()).containsOnlyKeys(Point.DELIVERABLES, Point.MITIGATION);
        assertThat(document.points().get(Point.DELIVERABLES)).hasSize(2);
    }

    @Test
    void namesTheHeadingsThatAreNoPointWithTheirPlace() {
        var marked = Document.read("# Export\n## Goal\nx\n## Mitigation\nroll back\n### Steps\nstop it\n## Notes\ny");
        var labelled = Document.read("Export\n\nDeliverables: a\n**Metrics**\nfew\nDone when all of this is so:\nb");

        assertThat(marked.strays()).containsExactly(new Stray("Goal", "2:1", Optional.empty()),
                new Stray("Steps", "6:1", Optional.of(Point.MITIGATION)), new Stray("Notes", "8:1", Optional.empty()));
        assertThat(labelled.strays()).containsExactly(new Stray("Metrics", "4:1", Optional.of(Point.DELIVERABLES)));
    }

    @Test
    void keepsADeeperHeadingInItsPointAndDropsAForeignOne() {
        var document = Document.read("## Mitigation\nroll back\n### Steps\nstop it\n## Notes\nby the way");

        assertThat(document.points().get(Point.MITIGATION)).extracting(Passage::text).containsExactly("roll back",
                "### Steps", "stop it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", " ", "=", "-", "*", "1.", "( ", "> ", "- ", "<b>", "Mitigation: ", "\t", "_", "[x] ",
            "# a\n"})
    void isQuickOnHostileText(String piece) {
        var text = piece.repeat(250_000 / piece.length()) + "x";

        var processor = ManagementFactory.getThreadMXBean();
        for (var begin : List.of("", "## Deliverables\n", "# T\nDeliverables: ", "{\"deliverables\": \"")) {
            var before = processor.getCurrentThreadCpuTime();

            assertThatCode(() -> Document.read(begin + text)).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
