package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"## Success Criteria\n%s", "**SUCCESS_CRITERIA**\n%s", "Success criteria:\n%s",
            "SUCCESS_CRITERIA — %s", "2. Success Criteria\n%s", "2) success-criteria: %s",
            "### 2. Success Criteria:\n- %s",
            "**Success Criteria:** %s", "- **Success criteria**: %s", "Success Criteria\n----\n%s",
            "# SUCCESS CRITERIA #\n\n1. %s", "SuccessCriteria - %s", "__Success criteria__\n* %s"})
    void readsAHeadingInEachUsualSpelling(String form) {
        var document = Document.read(form.formatted("the file /srv/out.csv exists"));

        assertThat(document.points().get(Point.SUCCESS_CRITERIA)).extracting(Passage::text)
                .containsExactly("the file /srv/out.csv exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The mitigation is that we roll back", "Mitigation of the risk comes first",
            "We have deliverables, mitigation, boundaries and more: all of it", "```\n## Mitigation\nroll back\n```"})
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
}
