package dev.wingman.notifier.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.Approvals;
import dev.wingman.notifier.domain.Progress;
import dev.wingman.platform.events.Transaction;

/// [Approvals] in Postgres.
@ApplicationScoped
class SqlApprovals implements Approvals {

    private static final String ADD = """
            insert into approval (tenant_id, approval_id, stage_id, environment, card, card_digest, progress)
            values ($1, $2, $3, $4, $5::text::jsonb, $6, $7::text::jsonb) on conflict do nothing""";
    private static final String SELECT = "select tenant_id, environment, card, card_digest, progress from approval ";
    private static final String FIND = SELECT + "where tenant_id = $1 and approval_id = $2 for update";
    private static final String OF_STAGE = SELECT
            + "where tenant_id = $1 and stage_id = $2 order by requested_at desc limit 1 for update";
    private static final String SAVE = """
            update approval set progress = $3::text::jsonb, open = $4 where tenant_id = $1 and approval_id = $2""";
    private static final String OPEN = SELECT
            + "where tenant_id = any($1::text[]) and open order by requested_at limit $2";
    private static final String NAMED = SELECT
            + "where tenant_id = any($1::text[]) and starts_with(approval_id::text, $2) limit 2";

    @Override
    public Uni<Boolean> add(Transaction transaction, Held approval) {
        var row = Tuple.tuple().addString(approval.tenant().value()).addUUID(approval.card().approvalId())
                .addUUID(approval.card().stage().map(DrillStage::stageId).orElse(null))
                .addString(approval.environment()).addString(Stored.text(approval.card()))
                .addString(approval.cardDigest()).addString(Stored.text(approval.progress()));
        return transaction.sql().preparedQuery(ADD).execute(row).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Held>> find(Transaction transaction, Identifier tenant, UUID approval) {
        return transaction.sql().preparedQuery(FIND).execute(Tuple.of(tenant.value(), approval))
                .map(rows -> held(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Held>> ofStage(Transaction transaction, Identifier tenant, UUID stage) {
        return transaction.sql().preparedQuery(OF_STAGE).execute(Tuple.of(tenant.value(), stage))
                .map(rows -> held(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> save(Transaction transaction, Held approval) {
        var row = Tuple.of(approval.tenant().value(), approval.card().approvalId(), Stored.text(approval.progress()),
                approval.progress().ending().isEmpty());
        return transaction.sql().preparedQuery(SAVE).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<List<Held>> open(Transaction transaction, Set<Identifier> tenants, int most) {
        return transaction.sql().preparedQuery(OPEN).execute(Tuple.of(names(tenants), most)).map(SqlApprovals::held);
    }

    @Override
    public Uni<List<Held>> named(Transaction transaction, Set<Identifier> tenants, String start) {
        return transaction.sql().preparedQuery(NAMED).execute(Tuple.of(names(tenants), start))
                .map(SqlApprovals::held);
    }

    private static String[] names(Set<Identifier> tenants) {
        return tenants.stream().map(Identifier::value).toArray(String[]::new);
    }

    private static List<Held> held(RowSet<Row> rows) {
        var all = new ArrayList<Held>();
        rows.forEach(row -> all.add(new Held(new Identifier(row.getString(0)), row.getString(1),
                Stored.read(row.getValue(2), ApprovalCard.class), row.getString(3),
                Stored.read(row.getValue(4), Progress.class))));
        return all;
    }
}
