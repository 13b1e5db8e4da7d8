package dev.wingman.auditor.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.Reached;
import dev.wingman.auditor.Verdicts;
import dev.wingman.auditor.domain.Exhibit;
import dev.wingman.auditor.domain.Judgement;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Finding;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Verdict, evidence, sightings and the end of the first looks in one statement: one way to the database and back.
@ApplicationScoped
class PostgresVerdicts implements Verdicts {

    private static final String KEEP = """
            with kept as (
                insert into evidence (tenant_id, digest, content) values ($1, $2, $3) on conflict do nothing
            ), sighted as (
                insert into sightings (tenant_id, site, path_digest, last_seen)
                select $1, $4, path, $5 from unnest($6::bytea[]) as path order by path
                on conflict (tenant_id, site, path_digest) do update set last_seen = excluded.last_seen
            ), looked as (
                delete from looks where subject_id = $7
            )
            insert into verdicts (tenant_id, subject_id, worker, site, verdict, cause, findings, evidence, while_locked,
                reached_at, kind)
            values ($1, $7, $8, $4, $9, $10, $11, $2, $12, $5, $13) on conflict do nothing""";
    private static final String READ = """
            select v.worker, v.site, v.verdict, v.cause, v.findings, v.while_locked, v.reached_at, e.content, v.kind,
                v.subject_id
            from verdicts v join evidence e on e.tenant_id = v.tenant_id and e.digest = v.evidence
            where v.tenant_id = $1""";
    private static final String FIND = READ + " and v.subject_id = $2";
    private static final String TRUE_CLAIMS = READ + """
             and v.worker = $2 and v.kind = 'CLAIM' and v.verdict = 'TRUE' and v.reached_at >= $3
            order by v.reached_at desc limit $4""";
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
    };

    private final Transactions transactions;

    PostgresVerdicts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> keep(Transaction transaction, Reached reached) {
        var evidence = EvidenceForm.bytes(reached.evidence());
        var row = Tuple.tuple().addValue(reached.tenant().value()).addValue(Buffer.buffer(Digests.sha256(evidence)))
                .addValue(Buffer.buffer(evidence)).addValue(reached.site())
                .addValue(reached.at().atOffset(ZoneOffset.UTC)).addValue(sighted(reached))
                .addValue(reached.subject()).addValue(reached.worker().value())
                .addValue(reached.judgement().verdict().name())
                .addValue(Buffer.buffer(reached.judgement().cause()))
                .addValue(Buffer.buffer(Json.bytes(reached.judgement().findings()))).addValue(reached.whileLocked())
                .addValue(reached.kind().name());
        return transaction.sql().preparedQuery(KEEP).execute(row).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Reached>> find(Identifier tenant, UUID subject) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(FIND)
                .execute(Tuple.of(tenant.value(), subject)).map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(reached(tenant, found.next())) : Optional.empty();
                }));
    }

    @Override
    public Uni<List<Reached>> trueClaims(Identifier tenant, Identifier worker, Instant since, int atMost) {
        var wanted = Tuple.of(tenant.value(), worker.value(), since.atOffset(ZoneOffset.UTC), atMost);
        return transactions.in(transaction -> transaction.sql().preparedQuery(TRUE_CLAIMS).execute(wanted)
                .map(rows -> {
                    var found = new ArrayList<Reached>();
                    rows.forEach(row -> found.add(reached(tenant, row)));
                    return List.copyOf(found);
                }));
    }

    static byte[] pathDigest(String path) {
        return Digests.sha256(path.getBytes(StandardCharsets.UTF_8));
    }

    private static Buffer[] sighted(Reached reached) {
        return reached.evidence().exhibits().stream().filter(PostgresVerdicts::isThere)
                .map(exhibit -> exhibit.said().predicate()).filter(Predicate.File.class::isInstance)
                .map(Predicate.File.class::cast).map(Predicate.File::path).distinct()
                .map(path -> Buffer.buffer(pathDigest(path))).toArray(Buffer[]::new);
    }

    private static boolean isThere(Exhibit exhibit) {
        return exhibit.seen() instanceof Observation.FileSeen || exhibit.seen() instanceof Observation.FolderSeen;
    }

    private static Reached reached(Identifier tenant, Row row) {
        var judgement = new Judgement(Verdict.valueOf(row.getString(2)),
                row.getBuffer(3).getDelegate().toString(StandardCharsets.UTF_8),
                findings(row.getBuffer(4).getBytes()));
        return new Reached(tenant, VerdictReached.Kind.valueOf(row.getString(8)), row.getUUID(9),
                new Identifier(row.getString(0)), row.getString(1), judgement,
                EvidenceForm.evidence(row.getBuffer(7).getBytes()), row.getBoolean(5),
                row.getOffsetDateTime(6).toInstant());
    }

    private static List<Finding> findings(byte[] bytes) {
        try {
            return Json.tolerant().readValue(bytes, FINDINGS);
        } catch (IOException e) {
            throw new UncheckedIOException("kept findings cannot be read", e);
        }
    }
}
