package dev.wingman.auditor.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.auditor.Reached;
import dev.wingman.auditor.domain.Exhibit;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.contracts.Finding;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;

/// What callers are told.
final class Answers {

    /// A finding.
    ///
    /// @param observed what was seen, in words; for humans alone, so that a worker cannot use claims as eyes
    record Found(Predicate predicate, Verdict verdict, String cause, List<String> witnesses,
            Optional<String> observed) {}

    /// A verdict.
    ///
    /// @param claimId where it is on a claim
    record Of(VerdictReached.Kind kind, UUID subjectId, Optional<UUID> claimId, Identifier worker, Verdict verdict,
            String cause, List<Found> findings,
            boolean whileLocked, Instant reachedAt) {}

    /// What a check said.
    record OfCheck(Verdict verdict, String cause, List<Found> findings) {}

    private Answers() {}

    static Of of(Reached reached) {
        var judgement = reached.judgement();
        return new Of(reached.kind(), reached.subject(),
                Optional.of(reached.subject()).filter(_ -> reached.kind() == VerdictReached.Kind.CLAIM),
                reached.worker(), judgement.verdict(), judgement.cause(),
                judgement.findings().stream().map(finding -> found(finding, Optional.empty())).toList(),
                reached.whileLocked(), reached.at());
    }

    static OfCheck ofCheck(Reached reached, boolean human) {
        var judgement = reached.judgement();
        var exhibits = reached.evidence().exhibits();
        var found = new java.util.ArrayList<Found>();
        for (var index = 0; index < judgement.findings().size(); index++) {
            var seen = Optional.of(exhibits.get(index)).filter(_ -> human).map(Exhibit::seen).map(Answers::words);
            found.add(found(judgement.findings().get(index), seen));
        }
        return new OfCheck(judgement.verdict(), judgement.cause(), List.copyOf(found));
    }

    private static Found found(Finding finding, Optional<String> observed) {
        return new Found(finding.predicate(), finding.verdict(), finding.cause(), finding.witnesses(), observed);
    }

    private static String words(Observation seen) {
        return switch (seen) {
            case Observation.Absent _ -> "nothing";
            case Observation.FileSeen file -> "a file of " + file.size() + " bytes, modified " + file.modified()
                    + file.sha256().map(digest -> ", sha256 " + digest).orElse("");
            case Observation.FolderSeen folder -> "a folder, modified " + folder.modified();
            case Observation.Running running -> running.count() + " such processes";
            case Observation.Open _ -> "an open port";
            case Observation.Closed _ -> "a closed port";
            case Observation.Answered answer -> "an answer with status " + answer.status();
            case Observation.ReportSeen report ->
                report.ran() + " tests, " + report.failed() + " failed, " + report.skipped() + " skipped";
            case Observation.RepositorySeen repository -> "a repository"
                    + repository.hasCommit().map(has -> has ? " with the commit" : " without the commit").orElse("")
                    + repository.branchContainsIt().map(has -> has ? ", on the branch" : ", not on the branch")
                            .orElse("")
                    + repository.clean().map(clean -> clean ? ", clean" : ", not clean").orElse("");
            case Observation.ContainerSeen container ->
                "a container, " + container.status() + container.health().map(health -> ", " + health).orElse("")
                        + container.image().map(image -> ", of " + image).orElse("") + ", at " + container.at();
            case Observation.NotYet(var why) -> "not seen: " + why;
            case Observation.Unseen(var why) -> "not seen: " + why;
        };
    }
}
