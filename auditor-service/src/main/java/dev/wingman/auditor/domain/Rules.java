package dev.wingman.auditor.domain;

import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.Answered;
import dev.wingman.auditor.domain.Observation.Closed;
import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.auditor.domain.Observation.FileSeen;
import dev.wingman.auditor.domain.Observation.FolderSeen;
import dev.wingman.auditor.domain.Observation.NotYet;
import dev.wingman.auditor.domain.Observation.Open;
import dev.wingman.auditor.domain.Observation.ReportSeen;
import dev.wingman.auditor.domain.Observation.RepositorySeen;
import dev.wingman.auditor.domain.Observation.Running;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Liveness;
import dev.wingman.contracts.Predicate.Openness;
import dev.wingman.contracts.Predicate.Presence;

/// One observation against one predicate. Causes never tell what was seen beyond the claim itself: a worker must not use claims as eyes.
final class Rules {

    private record Pair(Predicate predicate, Observation seen) {}

    private Rules() {}

    static Ruling rule(Predicate predicate, Observation seen) {
        return switch (new Pair(predicate, seen)) {
            case Pair(_, Unseen(var why)) -> Ruling.open(why);
            case Pair(_, NotYet(var why)) -> Ruling.open(why);
            case Pair(Predicate.Container container, ContainerSeen observed) ->
                ContainerRules.rule(container, observed);
            case Pair(Predicate.File file, Absent _) when file.state() == Presence.ABSENT ->
                Ruling.upheld("nothing there, as claimed; this shows the state, not who brought it about");
            case Pair(Predicate.File _, Absent _) -> Ruling.refuted("nothing there");
            case Pair(Predicate.File file, FileSeen _) when file.state() == Presence.ABSENT ->
                Ruling.refuted("a file is there");
            case Pair(Predicate.File file, FolderSeen _) when file.state() == Presence.ABSENT ->
                Ruling.refuted("a folder is there");
            case Pair(Predicate.File file, FileSeen content) -> file(file, content);
            case Pair(Predicate.File file, FolderSeen folder) -> folder(file, folder);
            case Pair(Predicate.Process process, Running _) -> Ruling.when(process.state() == Liveness.RUNNING,
                    "it is running", "it is running, although claimed absent");
            case Pair(Predicate.Process process, Absent _) -> Ruling.when(process.state() == Liveness.ABSENT,
                    "no such process, as claimed", "no such process");
            case Pair(Predicate.Port port, Open _) -> Ruling.when(port.state() == Openness.OPEN, "the port is open",
                    "the port is open, although claimed closed");
            case Pair(Predicate.Port port, Closed _) -> Ruling.when(port.state() == Openness.CLOSED,
                    "the port is closed, as claimed", "the port is closed");
            case Pair(Predicate.Http http, Answered answer) -> http(http, answer);
            case Pair(Predicate.Http _, Closed _) -> Ruling.refuted("nobody answers there");
            case Pair(Predicate.TestReport _, Absent _) -> Ruling.refuted("there is no such report");
            case Pair(Predicate.TestReport report, ReportSeen counts) -> report(report, counts);
            case Pair(Predicate.Git _, Absent _) -> Ruling.refuted("there is no such repository");
            case Pair(Predicate.Git _, RepositorySeen repository) -> git(repository);
            case Pair(_, _) -> Ruling.open("the probe saw something of another kind");
        };
    }

    private static Ruling file(Predicate.File claimed, FileSeen seen) {
        if (claimed.minSize().filter(least -> seen.size() < least).isPresent()) {
            return Ruling.refuted("it is smaller than claimed");
        }
        if (claimed.sha256().isPresent() && seen.sha256().isPresent() && !claimed.sha256().equals(seen.sha256())) {
            return Ruling.refuted("the content differs");
        }
        if (claimed.contains().isPresent() && !seen.holdsText().orElse(true)) {
            return Ruling.refuted("it does not contain the text");
        }
        if (claimed.modifiedAfter().filter(moment -> !seen.modified().isAfter(moment)).isPresent()) {
            return Ruling.refuted("it was not modified since");
        }
        if (claimed.sha256().isPresent() && seen.sha256().isEmpty()
                || claimed.contains().isPresent() && seen.holdsText().isEmpty()) {
            return Ruling.open("its content was not read");
        }
        var content = claimed.sha256().isPresent() || claimed.contains().isPresent()
                || claimed.minSize().filter(least -> least > 0).isPresent();
        return claimed.modifiedAfter().isPresent() && !content
                ? Ruling.open("its time fits, but a clock is not content: name sha256, contains or min_size as well")
                : Ruling.upheld("the file is there" + (content ? " as described" : ""));
    }

    private static Ruling folder(Predicate.File claimed, FolderSeen seen) {
        if (claimed.sha256().isPresent() || claimed.contains().isPresent() || claimed.minSize().isPresent()) {
            return Ruling.refuted("a folder is there, not a file with content");
        }
        if (claimed.modifiedAfter().isEmpty()) {
            return Ruling.upheld("a folder is there");
        }
        return claimed.modifiedAfter().get().isBefore(seen.modified())
                ? Ruling.open("its time fits, but a clock is not content: name what the folder holds")
                : Ruling.refuted("it was not modified since");
    }

    private static Ruling http(Predicate.Http claimed, Answered answer) {
        if (answer.status() != claimed.status()) {
            return Ruling.refuted("it answers with another status");
        }
        if (claimed.contains().isEmpty()) {
            return Ruling.upheld("it answers so");
        }
        return answer.holdsText().map(holds -> Ruling.when(holds, "it answers so", "the text is not in the answer"))
                .orElse(Ruling.open("its answer is longer than what is read"));
    }

    private static Ruling report(Predicate.TestReport claimed, ReportSeen counts) {
        if (counts.failed() > claimed.maxFailures()) {
            return Ruling.refuted("more tests failed than claimed");
        }
        return Ruling.when(counts.ran() >= claimed.minTests(), "the report shows it", "fewer tests ran than claimed");
    }

    private static Ruling git(RepositorySeen seen) {
        if (!seen.hasCommit().orElse(true)) {
            return Ruling.refuted("the repository has no such commit");
        }
        if (!seen.branchContainsIt().orElse(true)) {
            return Ruling.refuted("the branch does not contain the commit");
        }
        return Ruling.when(seen.clean().orElse(true), "the repository shows it", "the working tree is not as claimed");
    }
}
