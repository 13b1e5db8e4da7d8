package dev.wingman.approval.db;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.approval.Approvals;
import dev.wingman.approval.db.ApprovalRows.RowKey;
import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Decision;
import dev.wingman.approval.domain.DrillInstruction;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.Vote;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Verdict;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Transaction;

/// [Approvals] in Postgres.
@ApplicationScoped
class SqlApprovals implements Approvals {

    private static final String NOW = "select date_trunc('milliseconds', clock_timestamp()) as now";
    private static final String OPEN = """
            insert into approval (tenant_id, approval_id, worker, owner, instruction_id, asked, state, card,
                card_digest, lasts_ms, incident, opened_at, expires_at, due_at)
            values ($1, $2, $3, $4, $5, $6, 'PENDING', $7, $8, $9, $10, $11, $12, $13) on conflict do nothing""";
    private static final String LOCK = "select 1 from approval where tenant_id = $1 and approval_id = $2 for update";
    private static final String READ = "select " + ApprovalRows.COLUMNS
            + " from approval where tenant_id = $1 and approval_id = $2";
    private static final String VOTE = """
            insert into vote (tenant_id, approval_id, operator, choice, way, reason, seen_digest, self_approved, cast_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    /// A yes and a use need time that is left, an expiry time that is over; a revocation asks for neither.
    private static final String MOVE = """
            update approval set state = $4, expires_at = case $4 when 'GRANTED' then $5 else expires_at end,
                due_at = case $4 when 'GRANTED' then $5 end, decision = $6, decided_by = $7, deciders = $8, reason = $9,
                decided_at = $10, execution_id = $11, audience = $12, used_at = $13, grant_jws = $14
            where tenant_id = $1 and approval_id = $2 and state = $3 and case $4
                when 'REVOKED' then true
                when 'EXPIRED' then expires_at <= clock_timestamp()
                else expires_at is null or expires_at > clock_timestamp() end""";
    private static final String GRANT = "select grant_jws from approval where tenant_id = $1 and approval_id = $2";
    private static final String CLOCK = "select pg_try_advisory_xact_lock(hashtext('clock'), hashtext(current_schema))";
    private static final String DUE = "select " + ApprovalRows.COLUMNS + """
             from approval where state in ('PENDING', 'GRANTED') and due_at <= clock_timestamp()
            order by due_at limit $1 for update skip locked""";
    private static final String ESCALATE = """
            update approval set escalations = escalations + 1, due_at = clock_timestamp() + $3 * interval '1 millisecond'
            where tenant_id = $1 and approval_id = $2 returning escalations""";
    private static final String ASKERS = """
            select distinct tenant_id, worker from approval
            where state in ('PENDING', 'GRANTED') and asked not in ('RECOVER', 'RELEASE')""";
    private static final String OPEN_OF = "select " + ApprovalRows.COLUMNS + """
             from approval where tenant_id = $1 and worker = $2 and state in ('PENDING', 'GRANTED')
            and asked not in ('RECOVER', 'RELEASE') order by approval_id for update""";
    private static final String TELL_ONCE = """
            insert into refusal_told (tenant_id, approval_id, subject, rule) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String REMEMBER = """
            insert into drill_instruction (tenant_id, instruction_id, worker, title, digest, risk, policy_rules)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";
    private static final String DRILL = """
            select worker, title, digest, risk, policy_rules from drill_instruction
            where tenant_id = $1 and instruction_id = $2""";
    private static final String RELEASES = "select " + ApprovalRows.COLUMNS
            + " from approval where tenant_id = $1 and incident = $2 and worker = $3 order by opened_at";
    private static final String VERDICT = """
            update approval set verdict = $3, verdict_cause = $4
            where tenant_id = $1 and approval_id = $2 and asked = 'RELEASE' and verdict is null""";

    private final Pool pool;

    SqlApprovals(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Instant> now(Transaction transaction) {
        return transaction.sql().query(NOW).execute().map(rows -> ApprovalRows.now(rows.iterator().next()));
    }

    @Override
    public Uni<Boolean> open(Transaction transaction, Approval.Pending approval, Optional<Instant> due) {
        var matter = approval.matter();
        var row = Tuple.of(matter.tenant().value(), matter.id(), matter.worker().value())
                .addValue(matter.owner().map(Identifier::value).orElse(null))
                .addValue(matter.card().instructionId().orElse(null)).addValue(matter.asked().name())
                .addValue(Buffer.buffer(Json.bytes(matter.card()))).addValue(matter.cardDigest())
                .addValue(matter.lasts().map(Duration::toMillis).orElse(null))
                .addValue(matter.incident().orElse(null)).addValue(ApprovalRows.utc(matter.openedAt()))
                .addValue(ApprovalRows.utc(approval.until())).addValue(ApprovalRows.utc(due));
        return transaction.sql().preparedQuery(OPEN).execute(row).map(done -> done.rowCount() == 1);
    }

    /// Two statements: only after the lock is held does the second one read row and clock.
    @Override
    public Uni<Optional<Held>> hold(Transaction transaction, Identifier tenant, UUID approval) {
        var key = Tuple.of(tenant.value(), approval);
        return transaction.sql().preparedQuery(LOCK).execute(key)
                .chain(() -> transaction.sql().preparedQuery(READ).execute(key))
                .chain(rows -> held(transaction, rows)).map(all -> all.stream().findFirst());
    }

    @Override
    public Uni<Void> vote(Transaction transaction, Approval approval, Vote vote) {
        var row = Tuple.of(approval.matter().tenant().value(), approval.matter().id(), vote.operator().value(),
                vote.choice().name(), vote.way().name()).addValue(vote.reason().orElse(null))
                .addValue(vote.seenDigest()).addValue(vote.selfApproved()).addValue(ApprovalRows.utc(vote.at()));
        return transaction.sql().preparedQuery(VOTE).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Void> move(Transaction transaction, Approval.Open from, Approval to, Optional<String> grant) {
        var matter = from.matter();
        var decision = to.decided().orElseThrow();
        var used = to instanceof Approval.Used it ? Optional.of(it) : Optional.<Approval.Used>empty();
        var row = Tuple.of(matter.tenant().value(), matter.id(), from.state().name(), to.state().name())
                .addValue(to instanceof Approval.Open open ? ApprovalRows.utc(open.until()) : null);
        return transaction.sql().preparedQuery(MOVE).execute(decided(row, decision)
                .addValue(used.map(Approval.Used::execution).orElse(null))
                .addValue(used.map(Approval.Used::audience).orElse(null))
                .addValue(ApprovalRows.utc(used.map(Approval.Used::at))).addValue(grant.orElse(null)))
                .invoke(moved -> insist(moved.rowCount() == 1)).replaceWithVoid();
    }

    @Override
    public Uni<String> grant(Transaction transaction, Identifier tenant, UUID approval) {
        return transaction.sql().preparedQuery(GRANT).execute(Tuple.of(tenant.value(), approval))
                .map(rows -> rows.iterator().next().getString(0));
    }

    @Override
    public Uni<Boolean> clockIsOurs(Transaction transaction) {
        return transaction.sql().query(CLOCK).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<Held>> due(Transaction transaction, int atMost) {
        return transaction.sql().preparedQuery(DUE).execute(Tuple.of(atMost)).chain(rows -> held(transaction, rows));
    }

    @Override
    public Uni<Integer> escalate(Transaction transaction, Matter matter, Duration again) {
        return transaction.sql().preparedQuery(ESCALATE)
                .execute(Tuple.of(matter.tenant().value(), matter.id(), again.toMillis()))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    @Override
    public Uni<List<Asker>> askers(Transaction transaction) {
        return transaction.sql().query(ASKERS).execute().map(rows -> {
            var all = new ArrayList<Asker>();
            rows.forEach(
                    row -> all.add(new Asker(new Identifier(row.getString(0)), new Identifier(row.getString(1)))));
            return all;
        });
    }

    @Override
    public Uni<List<Held>> openOf(Transaction transaction, Asker asker) {
        return transaction.sql().preparedQuery(OPEN_OF)
                .execute(Tuple.of(asker.tenant().value(), asker.worker().value()))
                .chain(rows -> held(transaction, rows));
    }

    @Override
    public Uni<Boolean> tellOnce(Transaction transaction, Matter matter, Identifier subject, String rule) {
        return transaction.sql().preparedQuery(TELL_ONCE)
                .execute(Tuple.of(matter.tenant().value(), matter.id(), subject.value(), rule))
                .map(done -> done.rowCount() == 1);
    }

    @Override
    public Uni<Void> remember(Transaction transaction, Identifier tenant, DrillInstruction instruction) {
        return transaction.sql().preparedQuery(REMEMBER)
                .execute(Tuple.of(tenant.value(), instruction.instructionId(), instruction.worker().value(),
                        Buffer.buffer(instruction.title().getBytes(StandardCharsets.UTF_8)), instruction.digest(),
                        instruction.risk().name())
                        .addValue(instruction.policyRules().toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<DrillInstruction>> drill(Identifier tenant, UUID instruction) {
        return pool.preparedQuery(DRILL).execute(Tuple.of(tenant.value(), instruction))
                .onFailure(Unavailable::passes)
                .transform(cause -> new Unavailable("the database does not answer", cause))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(drill(instruction, rows.iterator().next())));
    }

    @Override
    public Uni<List<Approval>> releases(Transaction transaction, Identifier tenant, UUID incident,
            Identifier worker) {
        return transaction.sql().preparedQuery(RELEASES).execute(Tuple.of(tenant.value(), incident, worker.value()))
                .chain(rows -> held(transaction, rows)).map(all -> all.stream().map(Held::approval).toList());
    }

    @Override
    public Uni<Void> verdict(Transaction transaction, Identifier tenant, UUID approval, Verdict verdict,
            String cause) {
        return transaction.sql().preparedQuery(VERDICT)
                .execute(Tuple.of(tenant.value(), approval, verdict.name(), cause.replace('\0', ' ')))
                .replaceWithVoid();
    }

    static Uni<Map<RowKey, List<Vote>>> votes(SqlClient sql, List<Row> rows) {
        var keys = Tuple.of(rows.stream().map(row -> row.getString("tenant_id")).toArray(String[]::new),
                rows.stream().map(row -> row.getUUID("approval_id")).toArray(UUID[]::new));
        return sql.preparedQuery(ApprovalRows.VOTES).execute(keys).map(found -> {
            var votes = new HashMap<RowKey, List<Vote>>();
            found.forEach(row -> votes.computeIfAbsent(RowKey.of(row), _ -> new ArrayList<>())
                    .add(ApprovalRows.vote(row)));
            return votes;
        });
    }

    private static Uni<List<Held>> held(Transaction transaction, RowSet<Row> found) {
        var rows = new ArrayList<Row>();
        found.forEach(rows::add);
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : votes(transaction.sql(), rows).map(votes -> rows.stream().map(
                        row -> new Held(ApprovalRows.approval(row, votes.getOrDefault(RowKey.of(row), List.of())),
                                ApprovalRows.now(row)))
                        .toList());
    }

    private static Tuple decided(Tuple row, Decision decision) {
        return row.addValue(decision.kind().name()).addValue(decision.by().name())
                .addValue(decision.deciders().stream().map(Identifier::value).toArray(String[]::new))
                .addValue(decision.reason().orElse(null)).addValue(ApprovalRows.utc(decision.at()));
    }

    private static DrillInstruction drill(UUID instruction, Row row) {
        return new DrillInstruction(instruction, new Identifier(row.getString("worker")),
                row.getBuffer("title").toString(StandardCharsets.UTF_8), row.getString("digest"),
                Risk.valueOf(row.getString("risk")), List.of(row.getArrayOfStrings("policy_rules")));
    }

    /// The row is held, so only its time can have run out since it was read: whoever asks again is told so.
    private static void insist(boolean moved) {
        if (!moved) {
            throw new Unavailable("the approval's time ran out just now");
        }
    }
}
