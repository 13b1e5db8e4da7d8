package dev.wingman.watcher.db;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Stage;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;
import dev.wingman.watcher.DrillBook;
import dev.wingman.watcher.domain.Plain;
import dev.wingman.watcher.domain.StageNews;

/// [DrillBook] in Postgres: each event fills in its own columns, whichever comes first.
@ApplicationScoped
class SqlDrills implements DrillBook {

    private static final String DRILL = """
            insert into drill as d (tenant_id, drill_id, instruction_id, worker, site, since) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, drill_id) do update set site = coalesce(d.site, excluded.site),
                since = least(d.since, excluded.since)""";
    private static final String STAGE = """
            insert into drill_stage as s (tenant_id, stage_id, drill_id, stage, asked, approval_id, decision, approvers,
                prepared_at, decided_at, started_at, finished_at, outcome, refused, detail, verdict)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (tenant_id, stage_id) do update set drill_id = coalesce(s.drill_id, excluded.drill_id),
                stage = coalesce(s.stage, excluded.stage), asked = s.asked or excluded.asked,
                approval_id = coalesce(excluded.approval_id, s.approval_id),
                decision = coalesce(excluded.decision, s.decision),
                approvers = case when excluded.approvers = '{}' then s.approvers else excluded.approvers end,
                prepared_at = coalesce(s.prepared_at, excluded.prepared_at),
                decided_at = coalesce(excluded.decided_at, s.decided_at),
                started_at = coalesce(s.started_at, excluded.started_at),
                finished_at = coalesce(s.finished_at, excluded.finished_at),
                outcome = coalesce(excluded.outcome, s.outcome), refused = coalesce(excluded.refused, s.refused),
                detail = coalesce(excluded.detail, s.detail), verdict = coalesce(excluded.verdict, s.verdict)""";
    private static final String WHICH = """
            select d.drill_id, d.instruction_id, d.worker, d.site, s.stage
            from drill_stage s join drill d using (tenant_id, drill_id) where s.tenant_id = $1 and s.stage_id = $2""";
    private static final String FINISHED = """
            update drill set ended = $3, report = $4 where tenant_id = $1 and drill_id = $2""";
    private static final String READ = """
            select drill_id, instruction_id, worker, site, since, ended, report from drill where tenant_id = $1""";
    private static final String ONE = READ + " and drill_id = $2";
    private static final String LIST = READ + """
             and ($2::text is null or worker = $2) and ($3::uuid is null or instruction_id = $3)
                and ($4::timestamptz is null or (since, drill_id) < ($4, $5::uuid))
            order by since desc, drill_id desc limit $6""";
    private static final String STAGES = "select * from drill_stage where tenant_id = $1 and drill_id = any($2)";

    private final Pool pool;

    SqlDrills(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> accepted(Transaction transaction, Identifier tenant, UUID drill, UUID instruction,
            Identifier worker, Optional<String> site, Instant at) {
        return transaction.sql().preparedQuery(DRILL).execute(Tuple
                .of(tenant.value(), drill, instruction, worker.value(), site.orElse(null)).addValue(utc(at)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> told(Transaction transaction, Identifier tenant, StageNews.OfStage news, Instant at) {
        var stage = news.stage();
        var columns = news.news().map(StageColumns::of).orElseGet(StageColumns::none);
        return accepted(transaction, tenant, stage.drillId(), stage.instructionId(), stage.worker(),
                Optional.of(stage.site().value()), at)
                .chain(() -> transaction.sql().preparedQuery(STAGE)
                        .execute(columns.row(tenant, stage.stageId(), stage.drillId(), stage.stage().name())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<DrillStage>> judged(Transaction transaction, Identifier tenant, UUID stage,
            StageNews.Judged judged) {
        return transaction.sql().preparedQuery(STAGE)
                .execute(StageColumns.of(judged).row(tenant, stage, null, null))
                .chain(() -> transaction.sql().preparedQuery(WHICH).execute(Tuple.of(tenant.value(), stage)))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? which(found.next(), stage) : Optional.empty();
                });
    }

    @Override
    public Uni<Void> finished(Transaction transaction, Envelope<DrillFinished> report) {
        var end = report.event();
        return accepted(transaction, report.tenant(), end.drillId(), end.instructionId(), end.worker(),
                Optional.of(end.site().value()), report.time())
                .chain(() -> transaction.sql().preparedQuery(FINISHED).execute(Tuple.of(report.tenant().value(),
                        end.drillId(), end.end().name(), Buffer.buffer(Json.bytes(end)))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<DrillView>> find(Identifier tenant, UUID drill) {
        return pool.preparedQuery(ONE).execute(Tuple.of(tenant.value(), drill))
                .chain(rows -> withStages(tenant, rows)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<DrillView>> list(Identifier tenant, Optional<Identifier> worker, Optional<UUID> instruction,
            Page.Request page) {
        var position = page.after().map(after -> after.split("/", 2));
        var wanted = Tuple.tuple().addValue(tenant.value()).addValue(worker.map(Identifier::value).orElse(null))
                .addValue(instruction.orElse(null)).addValue(position.map(p -> utc(Instant.parse(p[0]))).orElse(null))
                .addValue(position.map(p -> UUID.fromString(p[1])).orElse(null)).addValue(page.toRead());
        return pool.preparedQuery(LIST).execute(wanted).chain(rows -> withStages(tenant, rows));
    }

    private Uni<List<DrillView>> withStages(Identifier tenant, RowSet<Row> drills) {
        var ids = new java.util.ArrayList<UUID>();
        drills.forEach(row -> ids.add(row.getUUID(0)));
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery(STAGES).execute(Tuple.of(tenant.value(), ids.toArray(UUID[]::new)))
                        .map(stages -> DrillViews.of(drills, stages));
    }

    private static Optional<DrillStage> which(Row row, UUID stage) {
        return Optional.ofNullable(row.getString(3)).map(site -> new DrillStage(row.getUUID(0), stage, row.getUUID(1),
                new Identifier(row.getString(2)), new Identifier(site), Stage.valueOf(row.getString(4))));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// What one event fills in; everything else stays.
    private record StageColumns(boolean asked, @Nullable UUID approval, @Nullable String decision, String[] approvers,
            @Nullable Instant prepared, @Nullable Instant decided, @Nullable Instant started,
            @Nullable Instant finished, @Nullable String outcome, @Nullable String refused, @Nullable String detail,
            @Nullable String verdict) {

        private static final String[] NOBODY = {};

        static StageColumns none() {
            return new StageColumns(false, null, null, NOBODY, null, null, null, null, null, null, null, null);
        }

        static StageColumns of(StageNews news) {
            return switch (news) {
                case StageNews.Prepared(var at) ->
                    new StageColumns(false, null, null, NOBODY, at, null, null, null, null, null, null, null);
                case StageNews.Asked(var approval) ->
                    new StageColumns(true, approval, null, NOBODY, null, null, null, null, null, null, null, null);
                case StageNews.Decided(var approval, var decision, var approvers, var at) -> new StageColumns(true,
                        approval, decision.name(), approvers.stream().map(Identifier::value).toArray(String[]::new),
                        null, at, null, null, null, null, null, null);
                case StageNews.Started(var approval, var at) ->
                    new StageColumns(true, approval, null, NOBODY, null, null, at, null, null, null, null, null);
                case StageNews.Finished(var outcome, var at) -> new StageColumns(false, null, null, NOBODY, null, null,
                        null, at, outcome.name(), null, null, null);
                case StageNews.Refused(var reason, var detail) -> new StageColumns(false, null, null, NOBODY, null,
                        null, null, null, null, reason.name(), Plain.text(detail), null);
                case StageNews.Judged(var verdict, var cause) -> new StageColumns(false, null, null, NOBODY, null,
                        null, null, null, null, null, Plain.text(cause), verdict.name());
            };
        }

        Tuple row(Identifier tenant, UUID stage, @Nullable UUID drill, @Nullable String name) {
            return Tuple.tuple().addValue(tenant.value()).addValue(stage).addValue(drill).addValue(name)
                    .addValue(asked).addValue(approval).addValue(decision).addValue(approvers).addValue(at(prepared))
                    .addValue(at(decided)).addValue(at(started)).addValue(at(finished)).addValue(outcome)
                    .addValue(refused).addValue(detail).addValue(verdict);
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
            return instant == null ? null : utc(instant);
        }
    }
}
