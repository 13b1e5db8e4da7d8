package dev.wingman.auditor.domain;

import java.util.List;
import java.util.Optional;

import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.auditor.domain.Observation.NotYet;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Finding;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Verdict;

/// Evidence in, verdict out. Any FALSE makes FALSE; else anything open, or nothing to check, makes UNVERIFIABLE; else TRUE.
public final class Audit {

    private static final String CHECKABLE = "Claim predicates, such as {type: file, path, state: present, sha256}.";

    private Audit() {}

    /// One look at one predicate, meant as a state.
    public static Finding judge(Predicate predicate, Observation seen) {
        var ruling = Rules.rule(predicate, seen);
        return new Finding(predicate, ruling.verdict(), ruling.cause(), List.of());
    }

    public static Judgement judge(Evidence evidence) {
        var findings = evidence.exhibits().stream().map(Audit::judge).toList();
        var refuted = first(findings, Verdict.FALSE);
        if (refuted.isPresent()) {
            return new Judgement(Verdict.FALSE, sentence(refuted.get()), findings);
        }
        if (!evidence.uncheckable().isEmpty()) {
            return new Judgement(Verdict.UNVERIFIABLE, evidence.uncheckable().getFirst(), findings);
        }
        var open = first(findings, Verdict.UNVERIFIABLE);
        if (open.isPresent()) {
            return new Judgement(Verdict.UNVERIFIABLE, sentence(open.get()), findings);
        }
        return findings.isEmpty()
                ? new Judgement(Verdict.UNVERIFIABLE, "Nothing in it can be checked. " + CHECKABLE, findings)
                : new Judgement(Verdict.TRUE, findings.size() == 1
                        ? sentence(findings.getFirst())
                        : "All " + findings.size() + " predicates hold.", findings);
    }

    /// Whether a contradiction needs a second look: what starts and stops by itself may just be on its way.
    public static boolean wantsSecondLook(Exhibit exhibit) {
        return exhibit.firstLook().isEmpty() && restless(exhibit.said().predicate())
                && ruling(exhibit).verdict() == Verdict.FALSE;
    }

    /// Whether it is worth waiting for: a look is on its way.
    public static boolean isAwaited(Exhibit exhibit) {
        return exhibit.seen() instanceof NotYet;
    }

    /// Whether a container runs as it should and only its health check has not ended.
    public static boolean settles(Exhibit exhibit) {
        return exhibit.said().predicate() instanceof Predicate.Container container
                && exhibit.seen() instanceof ContainerSeen seen && ContainerRules.settles(container, seen);
    }

    private static Finding judge(Exhibit exhibit) {
        var ruling = wantsSecondLook(exhibit)
                ? Ruling.open("one look contradicts it; two are needed, and only one was possible")
                : ruling(exhibit);
        return new Finding(exhibit.said().predicate(), ruling.verdict(), ruling.cause(), exhibit.witnesses());
    }

    private static Ruling ruling(Exhibit exhibit) {
        var ruling = Rules.rule(exhibit.said().predicate(), exhibit.seen());
        return switch (exhibit.said().sense()) {
            case STATE -> ruling;
            case DELETION -> exhibit.seen() instanceof Absent && !exhibit.seenBefore()
                    ? Ruling.open("it is absent, but was never seen here, so nothing shows a deletion;"
                            + " claim the state instead: {type: file, path, state: absent}")
                    : ruling;
            case DENIAL -> ruling.verdict() == Verdict.FALSE && !(exhibit.seen() instanceof Unseen)
                    ? Ruling.open("reality differs from what would follow, but nothing shows who acted")
                    : ruling;
        };
    }

    private static boolean restless(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Process _ -> true;
            case Predicate.Port _ -> true;
            case Predicate.Http _ -> true;
            case Predicate.Container _ -> true;
            case Predicate.File _ -> false;
            case Predicate.Git _ -> false;
            case Predicate.TestReport _ -> false;
        };
    }

    private static Optional<Finding> first(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).findFirst();
    }

    private static String sentence(Finding finding) {
        return subject(finding.predicate()) + ": " + finding.cause();
    }

    /// What a predicate is about, in words.
    static String subject(Predicate predicate) {
        return switch (predicate) {
            case Predicate.File file -> "file " + file.path();
            case Predicate.Process process -> "process " + process.name().or(process::command)
                    .orElseGet(() -> process.pid().map(String::valueOf).orElse(""));
            case Predicate.Port port -> "port " + port.host() + ":" + port.port();
            case Predicate.Http http -> http.url().toString();
            case Predicate.Container container -> "container " + container.name();
            case Predicate.Git git -> "repository " + git.repository();
            case Predicate.TestReport report -> "test report " + report.path();
        };
    }
}
