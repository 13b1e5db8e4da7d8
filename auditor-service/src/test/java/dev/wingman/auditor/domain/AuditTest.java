package dev.wingman.auditor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.Answered;
import dev.wingman.auditor.domain.Observation.Closed;
import dev.wingman.auditor.domain.Observation.FileSeen;
import dev.wingman.auditor.domain.Observation.FolderSeen;
import dev.wingman.auditor.domain.Observation.ReportSeen;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Openness;
import dev.wingman.contracts.Predicate.Presence;
import dev.wingman.contracts.Verdict;

class AuditTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DIGEST = "ab".repeat(32);
    private static final Predicate.Port PORT = new Predicate.Port("localhost", 8080, Openness.OPEN);

    @Test
    void refutesAFileThatWasNeverWritten() {
        var finding = Audit.judge(file(Presence.PRESENT), new Absent());

        assertThat(finding.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(finding.cause()).isEqualTo("nothing there");
    }

    @Test
    void refutesContentThatDiffers() {
        var claimed = new Predicate.File("/a", Presence.PRESENT, Optional.of(DIGEST), Optional.empty(),
                Optional.empty(), Optional.empty());

        assertThat(Audit.judge(claimed, seen(Optional.of("cd".repeat(32)))).verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Audit.judge(claimed, seen(Optional.of(DIGEST))).verdict()).isEqualTo(Verdict.TRUE);
        assertThat(Audit.judge(claimed, seen(Optional.empty())).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(claimed, new FolderSeen(NOW)).verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void makesNoTrueOfATimeAlone() {
        var claimed = new Predicate.File("/a", Presence.PRESENT, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(NOW.minusSeconds(1)));

        assertThat(Audit.judge(claimed, seen(Optional.empty())).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(claimed, new FolderSeen(NOW)).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
    }

    @Test
    void makesNoTrueOfWhatWasNotSeen() {
        var evidence = evidence(exhibit(Said.state(file(Presence.PRESENT)), seen(Optional.empty())),
                exhibit(Said.state(PORT), new Unseen("it did not answer")));

        assertThat(Audit.judge(evidence).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(evidence).cause()).contains("it did not answer");
    }

    @Test
    void letsOneContradictionDecide() {
        var evidence = new Evidence(List.of(exhibit(Said.state(file(Presence.PRESENT)), new Absent()),
                exhibit(Said.state(PORT), new Unseen("it did not answer"))), List.of("something unread"));

        assertThat(Audit.judge(evidence).verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void findsNothingToCheckUnverifiable() {
        var judgement = Audit.judge(evidence());

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(judgement.cause()).contains("Claim predicates");
    }

    @Test
    void refutesAPortOnlyByTwoLooks() {
        var once = exhibit(Said.state(PORT), new Closed());
        var twice = new Exhibit(once.said(), once.seen(), NOW, Optional.of(new Look(new Closed(), NOW.minusSeconds(2))),
                false, List.of("port@local"));

        assertThat(Audit.wantsSecondLook(once)).isTrue();
        assertThat(Audit.judge(evidence(once)).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(evidence(twice)).verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void doesNotBelieveADeletionOfWhatNeverWasThere() {
        var deletion = new Said(file(Presence.ABSENT), Sense.DELETION);
        var neverSeen = exhibit(deletion, new Absent());
        var seenBefore = new Exhibit(deletion, new Absent(), NOW, Optional.empty(), true,
                List.of("file@local"));

        assertThat(Audit.judge(evidence(neverSeen)).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(evidence(seenBefore)).verdict()).isEqualTo(Verdict.TRUE);
        assertThat(Audit.judge(evidence(exhibit(deletion, seen(Optional.empty())))).verdict())
                .isEqualTo(Verdict.FALSE);
        assertThat(Audit.judge(evidence(exhibit(Said.state(file(Presence.ABSENT)), new Absent()))).verdict())
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void refutesNoDenialByWhatOthersMayHaveDone() {
        var denial = new Said(file(Presence.ABSENT), Sense.DENIAL);

        assertThat(Audit.judge(evidence(exhibit(denial, new Absent()))).verdict()).isEqualTo(Verdict.TRUE);
        assertThat(Audit.judge(evidence(exhibit(denial, seen(Optional.empty())))).verdict())
                .isEqualTo(Verdict.UNVERIFIABLE);
    }

    @Test
    void countsTestsAndStatus() {
        var report = new Predicate.TestReport("/r.xml", 10, 1);
        var http = new Predicate.Http(URI.create("http://localhost/"), 200, Optional.of("ok"));

        assertThat(Audit.judge(report, new ReportSeen(10, 1, 0)).verdict()).isEqualTo(Verdict.TRUE);
        assertThat(Audit.judge(report, new ReportSeen(9, 0, 5)).verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Audit.judge(report, new ReportSeen(10, 2, 0)).verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Audit.judge(http, new Answered(200, Optional.of(true))).verdict()).isEqualTo(Verdict.TRUE);
        assertThat(Audit.judge(http, new Answered(200, Optional.empty())).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(Audit.judge(http, new Answered(302, Optional.empty())).verdict()).isEqualTo(Verdict.FALSE);
    }

    private static Evidence evidence(Exhibit... exhibits) {
        return new Evidence(List.of(exhibits), List.of());
    }

    private static Exhibit exhibit(Said said, Observation seen) {
        return new Exhibit(said, seen, NOW, Optional.empty(), false, List.of("probe@local"));
    }

    private static Predicate.File file(Presence state) {
        return new Predicate.File("/a", state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static FileSeen seen(Optional<String> sha256) {
        return new FileSeen(10, NOW, sha256, Optional.empty());
    }
}
