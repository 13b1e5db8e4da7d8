package dev.wingman.execution.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.execution.Journal;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.Execution;
import dev.wingman.execution.domain.Target;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The journal in Postgres.
@ApplicationScoped
class PostgresJournal implements Journal {

    private static final Logger LOG = Logger.getLogger(PostgresJournal.class);
    private static final String READ = "select course, version from drill ";
    private static final String OPEN = """
            insert into drill (drill_id, tenant_id, instruction_id, site, course, version, ended_at)
            values ($1, $2, $3, $4, $5, 1, case when $6 then now() end) on conflict do nothing""";
    private static final String HOLD = """
            insert into target (site, name, drill_id) select $1, unnest($2::text[]), $3 on conflict do nothing""";
    private static final String RECORD = "insert into definition (drill_id, name, sealed) values ($1, $2, $3)";
    private static final String MOVE = """
            update drill set course = $3, version = version + 1, ended_at = case when $4 then now() end
            where drill_id = $1 and version = $2""";
    private static final String LINE = """
            insert into execution (stage_id, drill_id, stage, phase, approval_id, execution_id, target_state_digest)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (stage_id) do update
            set phase = excluded.phase, execution_id = excluded.execution_id""";
    private static final String FREE = "delete from target where drill_id = $1";
    /// It may hold secrets, and nobody needs it any more.
    private static final String FORGET = "delete from definition where drill_id = $1";
    private static final String TAKE = """
            update execution set holder = $2, alive_at = now() where execution_id = $1 and phase = 'STARTED'""";
    private static final String BEAT = TAKE + " and holder = $2";
    private static final String TAKE_OVER = """
            update execution set holder = $1, alive_at = now()
            where phase = 'STARTED' and (alive_at is null or alive_at < now() - $2 * interval '1 millisecond')
            and drill_id in (select drill_id from drill where site = $3) returning drill_id, stage_id""";

    private final Transactions transactions;
    private final Vault vault;
    private final String site;

    PostgresJournal(Transactions transactions, Vault vault, PlatformSettings settings) {
        this.transactions = transactions;
        this.vault = vault;
        this.site = settings.site();
    }

    @Override
    public Uni<Optional<Drill>> find(Identifier tenant, UUID drill) {
        return query(READ + "where tenant_id = $1 and drill_id = $2 and site = $3",
                Tuple.of(tenant.value(), drill, site)).map(PostgresJournal::first);
    }

    @Override
    public Uni<Optional<Drill>> ofStage(Identifier tenant, UUID stage) {
        return query(READ + """
                where tenant_id = $1 and site = $3
                and drill_id = (select drill_id from execution where stage_id = $2)""",
                Tuple.of(tenant.value(), stage, site)).map(PostgresJournal::first);
    }

    @Override
    public Uni<List<Drill>> open() {
        return query(READ + "where site = $1 and ended_at is null order by opened_at", Tuple.of(site))
                .map(PostgresJournal::readable);
    }

    @Override
    public Uni<Boolean> open(Transaction transaction, Drill drill, Map<String, byte[]> definitions) {
        var names = drill.targets().stream().map(Target::name).toArray(String[]::new);
        return transaction.sql().preparedQuery(HOLD).execute(Tuple.of(site, names, drill.id()))
                .chain(held -> held.rowCount() == names.length
                        ? opened(transaction, drill).chain(() -> record(transaction, drill, definitions))
                                .replaceWith(true)
                        : transaction.sql().preparedQuery(FREE).execute(Tuple.of(drill.id())).replaceWith(false));
    }

    @Override
    public Uni<Void> refused(Transaction transaction, Drill drill) {
        return opened(transaction, drill);
    }

    @Override
    public Uni<Boolean> save(Transaction transaction, Drill drill) {
        return transaction.sql().preparedQuery(MOVE)
                .execute(Tuple.of(drill.id(), drill.version(), course(drill), !drill.open()))
                .chain(moved -> moved.rowCount() == 1
                        ? lines(transaction, drill).chain(() -> freed(transaction, drill)).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    @Override
    public Uni<byte[]> definition(Drill drill, String target) {
        return query("select sealed from definition where drill_id = $1 and name = $2", Tuple.of(drill.id(), target))
                .map(rows -> vault.open(drill, target, rows.iterator().next().getBuffer(0).getBytes()));
    }

    @Override
    public Uni<Boolean> beat(UUID execution, UUID holder) {
        return query(BEAT, Tuple.of(execution, holder)).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<List<Silent>> takeOver(UUID holder, Duration silentFor) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(TAKE_OVER)
                .execute(Tuple.of(holder, silentFor.toMillis(), site)).chain(taken -> {
                    var found = Uni.createFrom().<List<Silent>>item(new ArrayList<>());
                    for (var row : taken) {
                        found = found.chain(list -> transaction.sql().preparedQuery(READ + "where drill_id = $1")
                                .execute(Tuple.of(row.getUUID(0))).map(rows -> {
                                    first(rows).flatMap(drill -> drill.stage(row.getUUID(1))
                                            .map(stage -> new Silent(drill, stage))).ifPresent(list::add);
                                    return list;
                                }));
                    }
                    return found;
                }));
    }

    @Override
    public Uni<Void> take(Transaction transaction, UUID execution, UUID holder) {
        return transaction.sql().preparedQuery(TAKE).execute(Tuple.of(execution, holder)).replaceWithVoid();
    }

    private Uni<Void> opened(Transaction transaction, Drill drill) {
        return transaction.sql().preparedQuery(OPEN)
                .execute(Tuple.from(List.of(drill.id(), drill.tenant().value(), drill.instructionId(), site,
                        course(drill), !drill.open())))
                .replaceWithVoid();
    }

    private Uni<Void> record(Transaction transaction, Drill drill, Map<String, byte[]> definitions) {
        var rows = definitions.entrySet().stream().map(one -> Tuple.of(drill.id(), one.getKey(),
                Buffer.buffer(vault.seal(drill, one.getKey(), one.getValue())))).toList();
        return transaction.sql().preparedQuery(RECORD).executeBatch(rows).chain(() -> lines(transaction, drill));
    }

    private static Uni<Void> lines(Transaction transaction, Drill drill) {
        var rows = drill.executions().stream().map(one -> line(drill, one)).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(LINE).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple line(Drill drill, Execution one) {
        return Tuple.tuple().addValue(one.of().stageId()).addValue(drill.id()).addValue(one.stage().name())
                .addValue(one.phase().name()).addValue(one.approvalId()).addValue(one.executionId().orElse(null))
                .addValue(one.targetStateDigest());
    }

    private static Uni<Void> freed(Transaction transaction, Drill drill) {
        return drill.open()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(FREE).execute(Tuple.of(drill.id()))
                        .chain(() -> transaction.sql().preparedQuery(FORGET).execute(Tuple.of(drill.id())))
                        .replaceWithVoid();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple row) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(sql).execute(row));
    }

    private static Buffer course(Drill drill) {
        return Buffer.buffer(Json.bytes(drill));
    }

    private static Optional<Drill> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    private static List<Drill> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PostgresJournal::drill).toList();
    }

    /// One that cannot be read keeps nobody from seeing the others.
    private static List<Drill> readable(RowSet<Row> rows) {
        var drills = new ArrayList<Drill>();
        for (var row : rows) {
            try {
                drills.add(drill(row));
            } catch (UncheckedIOException e) {
                LOG.error("event=drill-unreadable", e);
            }
        }
        return drills;
    }

    private static Drill drill(Row row) {
        try {
            return Json.tolerant().readValue(row.getBuffer(0).getBytes(), Drill.class).at(row.getLong(1));
        } catch (IOException e) {
            throw new UncheckedIOException("a drill in the journal cannot be read", e);
        }
    }
}
