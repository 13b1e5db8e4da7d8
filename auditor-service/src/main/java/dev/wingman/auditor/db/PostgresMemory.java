package dev.wingman.auditor.db;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.Memory;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transactions;

/// First looks and sightings.
@ApplicationScoped
class PostgresMemory implements Memory {

    private static final String LOOKS = "select said, seen, at from looks where subject_id = $1";
    private static final String KEEP = """
            insert into looks (subject_id, said, tenant_id, seen, at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";
    private static final String SIGHTED = """
            select path_digest from sightings where tenant_id = $1 and site = $2 and path_digest = any($3)""";

    private final Transactions transactions;

    PostgresMemory(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Map<String, Look>> firstLooks(UUID subject) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(LOOKS).execute(Tuple.of(subject))
                .map(rows -> {
                    var looks = new HashMap<String, Look>();
                    rows.forEach(row -> looks.put(row.getString(0),
                            new Look(EvidenceForm.observation(row.getBuffer(1).getBytes()),
                                    row.getOffsetDateTime(2).toInstant())));
                    return Map.copyOf(looks);
                }));
    }

    @Override
    public Uni<Void> keepFirstLooks(Identifier tenant, UUID subject, Map<String, Look> looks) {
        List<Tuple> rows = looks.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(look -> Tuple.of(subject, look.getKey(), tenant.value(),
                        Buffer.buffer(EvidenceForm.bytes(look.getValue().seen())),
                        look.getValue().at().atOffset(ZoneOffset.UTC)))
                .toList();
        return transactions
                .in(transaction -> transaction.sql().preparedQuery(KEEP).executeBatch(rows).replaceWithVoid());
    }

    @Override
    public Uni<Set<String>> sighted(Identifier tenant, String site, Collection<String> paths) {
        var byDigest = new HashMap<Buffer, String>();
        paths.forEach(path -> byDigest.put(Buffer.buffer(PostgresVerdicts.pathDigest(path)), path));
        var row = Tuple.tuple().addValue(tenant.value()).addValue(site)
                .addValue(byDigest.keySet().toArray(Buffer[]::new));
        return transactions.in(transaction -> transaction.sql().preparedQuery(SIGHTED).execute(row).map(rows -> {
            var seen = new HashSet<String>();
            rows.forEach(found -> seen.add(byDigest.get(found.getBuffer(0).getDelegate())));
            return Set.copyOf(seen);
        }));
    }
}
