package dev.wingman.watcher.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.Verdict;
import dev.wingman.watcher.DrillBook.DrillView;
import dev.wingman.watcher.DrillBook.StageView;
import dev.wingman.watcher.domain.Drill;

/// From rows to drills as people see them.
final class DrillViews {

    private record Placed(Stage stage, Instant since, StageView view) {}

    private DrillViews() {}

    static List<DrillView> of(RowSet<Row> drills, RowSet<Row> stages) {
        var byDrill = new HashMap<UUID, List<Placed>>();
        stages.forEach(row -> byDrill.computeIfAbsent(row.getUUID("drill_id"), _ -> new ArrayList<>())
                .add(placed(row)));
        var views = new ArrayList<DrillView>();
        drills.forEach(row -> views.add(drill(row, byDrill.getOrDefault(row.getUUID("drill_id"), List.of()))));
        return List.copyOf(views);
    }

    private static DrillView drill(Row row, List<Placed> stages) {
        var inOrder = stages.stream().sorted(Comparator.comparing(Placed::stage).thenComparing(Placed::since)).toList();
        var ended = Optional.ofNullable(row.getString("ended")).map(DrillFinished.End::valueOf);
        return new DrillView(row.getUUID("drill_id"), row.getUUID("instruction_id"), row.getString("worker"),
                Optional.ofNullable(row.getString("site")),
                Drill.state(ended, inOrder.stream().map(Placed::stage).toList()),
                row.getOffsetDateTime("since").toInstant(), inOrder.stream().map(Placed::view).toList(),
                Optional.ofNullable(row.getBuffer("report")).map(report -> json(report.getBytes())));
    }

    private static Placed placed(Row row) {
        var stage = Stage.valueOf(row.getString("stage"));
        return new Placed(stage, time(row, "prepared_at").orElse(Instant.MAX), view(row, stage));
    }

    private static StageView view(Row row, Stage stage) {
        var verdict = text(row, "verdict");
        var refused = text(row, "refused");
        var decision = text(row, "decision").map(ApprovalDecided.Decision::valueOf);
        var outcome = text(row, "outcome");
        var state = Drill.state(new Drill.Known(row.getBoolean("asked"), decision,
                row.getOffsetDateTime("started_at") != null, outcome.map(StageFinished.Outcome::valueOf),
                refused.isPresent(), verdict.map(Verdict::valueOf)));
        return new StageView(Drill.word(stage), row.getUUID("stage_id"), state.name(),
                Optional.ofNullable(row.getUUID("approval_id")), List.of(row.getArrayOfStrings("approvers")),
                time(row, "prepared_at"), time(row, "decided_at"), time(row, "started_at"), time(row, "finished_at"),
                outcome, verdict, refused, text(row, "detail"));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.tolerant().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept report cannot be read", e);
        }
    }
}
