package dev.wingman.gatekeeper.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.gatekeeper.domain.Passage;
import dev.wingman.gatekeeper.domain.Point;

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

        assertThatCode(() -> assertTimeout(Duration.ofSeconds(2), () -> Document.read(text)))
                .doesNotThrowAnyException();
    }
}
