package dev.wingman.auditor.domain;

import java.time.Instant;
import java.util.Optional;

/// What a probe saw: sizes, digests and states, never what a file holds. Kept as evidence.
public sealed interface Observation {

    /// Nothing there.
    record Absent() implements Observation {}

    /// Something that can be read as a file.
    ///
    /// @param size bytes
    /// @param sha256 where a digest was asked for
    /// @param holdsText whether it holds the asked text, where one was asked for
    record FileSeen(long size, Instant modified, Optional<String> sha256,
            Optional<Boolean> holdsText) implements Observation {}

    /// A folder.
    record FolderSeen(Instant modified) implements Observation {}

    /// Processes that fit.
    record Running(int count) implements Observation {}

    /// The port takes connections.
    record Open() implements Observation {}

    /// The port refuses connections.
    record Closed() implements Observation {}

    /// An HTTP answer.
    record Answered(int status, Optional<Boolean> holdsText) implements Observation {}

    /// A test report.
    ///
    /// @param ran tests that were not skipped
    /// @param failed failures and errors
    record ReportSeen(int ran, int failed, int skipped) implements Observation {}

    /// A Git repository; what was not asked for is empty.
    record RepositorySeen(Optional<Boolean> hasCommit, Optional<Boolean> branchContainsIt,
            Optional<Boolean> clean) implements Observation {}

    /// A container, as the site's gateway observed it.
    ///
    /// @param at when the engine was asked
    /// @param pulse what the second witness saw, where one was asked for
    /// @param knownAlive whether the second witness had seen it run before
    record ContainerSeen(Instant at, String status, Optional<String> containerId, Optional<String> image,
            Optional<String> imageId, Optional<String> health, Optional<Pulse> pulse,
            boolean knownAlive) implements Observation {}

    /// A look is on its way: nobody has seen it late enough to count.
    record NotYet(String why) implements Observation {}

    /// No look was possible, for this reason.
    record Unseen(String why) implements Observation {}
}
