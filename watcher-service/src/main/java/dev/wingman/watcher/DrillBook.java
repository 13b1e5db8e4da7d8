package dev.wingman.watcher;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;
import dev.wingman.watcher.domain.StageNews;

/// The read copy of drills. It takes events in any order.
public interface DrillBook {

    /// A drill that was accepted; its stages may be known already.
    Uni<Void> accepted(Transaction transaction, Identifier tenant, UUID drill, UUID instruction, Identifier worker,
            Optional<String> site, Instant at);

    /// What an event tells of a stage and its drill.
    Uni<Void> told(Transaction transaction, Identifier tenant, StageNews.OfStage news, Instant at);

    /// What the auditor found; he names the stage alone. Answers which stage that is, if it is known by now.
    Uni<Optional<DrillStage>> judged(Transaction transaction, Identifier tenant, UUID stage, StageNews.Judged judged);

    Uni<Void> finished(Transaction transaction, Envelope<DrillFinished> report);

    Uni<Optional<DrillView>> find(Identifier tenant, UUID drill);

    /// The newest first.
    Uni<List<DrillView>> list(Identifier tenant, Optional<Identifier> worker, Optional<UUID> instruction,
            Page.Request page);

    /// A drill as people see it.
    record DrillView(UUID drillId, UUID instructionId, String worker, Optional<String> site, String state,
            Instant since, List<StageView> stages, Optional<JsonNode> report) {}

    /// A stage as people see it.
    ///
    /// @param reason why it does not run, or why the auditor does not confirm it
    record StageView(String stage, UUID stageId, String state, Optional<UUID> approvalId, List<String> approvers,
            Optional<Instant> preparedAt, Optional<Instant> decidedAt, Optional<Instant> startedAt,
            Optional<Instant> finishedAt, Optional<String> outcome, Optional<String> verdict, Optional<String> reason,
            Optional<String> detail) {}
}
