package dev.wingman.gatekeeper.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.gatekeeper.Tenants;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The registry in Postgres.
@ApplicationScoped
class TenantTable implements Tenants {

    /// A row that is not there cannot be locked; its name can.
    private static final String HOLD = "select pg_advisory_xact_lock(hashtext('tenant'), hashtext($1))";
    private static final String FIND = "select entry from tenant where tenant_id = $1";
    private static final String ALL = "select entry from tenant order by tenant_id";
    private static final String PUT = """
            insert into tenant (tenant_id, version, entry, set_by) values ($1, $2, $3, $4)
            on conflict (tenant_id) do update
            set version = excluded.version, entry = excluded.entry, set_by = excluded.set_by, set_at = now()""";

    private final Transactions transactions;

    TenantTable(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<TenantSet>> hold(Transaction transaction, Identifier tenant) {
        return transaction.sql().preparedQuery(HOLD).execute(Tuple.of(tenant.value()))
                .chain(() -> read(transaction, tenant));
    }

    @Override
    public Uni<Void> put(Transaction transaction, TenantSet entry, String setBy) {
        return transaction.sql().preparedQuery(PUT).execute(Tuple.of(entry.tenantId().value(), entry.version(),
                new JsonObject(Json.tree(entry).toString()), setBy)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<TenantSet>> find(Identifier tenant) {
        return transactions.in(transaction -> read(transaction, tenant));
    }

    @Override
    public Uni<List<TenantSet>> all(Transaction transaction) {
        return transaction.sql().query(ALL).execute().map(TenantTable::entries);
    }

    private static Uni<Optional<TenantSet>> read(Transaction transaction, Identifier tenant) {
        return transaction.sql().preparedQuery(FIND).execute(Tuple.of(tenant.value())).map(TenantTable::entries)
                .map(entries -> entries.stream().findFirst());
    }

    private static List<TenantSet> entries(RowSet<Row> rows) {
        var entries = new ArrayList<TenantSet>();
        for (var row : rows) {
            try {
                entries.add(Json.tolerant().readValue(row.getValue(0).toString(), TenantSet.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the registry holds what is no entry", e);
            }
        }
        return List.copyOf(entries);
    }
}
