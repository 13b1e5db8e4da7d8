package dev.wingman.claimlogger.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.Claims;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Verdict;
import dev.wingman.platform.Unavailable;

/// [Claims] by Hibernate Reactive.
@ApplicationScoped
class ClaimRows implements Claims {

    private static final TypeReference<List<Predicate>> PREDICATES = new TypeReference<>() {
    };
    private static final String OURS = "tenantId = :tenant and claimedAt is not null";

    @Override
    public Uni<Optional<Seen>> find(Identifier tenant, UUID claimId) {
        return read(() -> ClaimRow.<ClaimRow>find(OURS + " and claimId = :claim",
                Map.<String, Object>of("tenant", tenant.value(), "claim", claimId)).firstResult())
                .map(row -> Optional.ofNullable(row).map(ClaimRows::seen));
    }

    @Override
    public Uni<List<Seen>> list(Identifier tenant, Filter filter) {
        var query = new StringBuilder(OURS);
        var values = new HashMap<String, Object>(Map.of("tenant", tenant.value()));
        filter.worker().ifPresent(worker -> {
            query.append(" and worker = :worker");
            values.put("worker", worker.value());
        });
        filter.verdict().ifPresent(verdict -> {
            query.append(" and verdict = :verdict");
            values.put("verdict", verdict.name());
        });
        filter.since().ifPresent(since -> {
            query.append(" and claimedAt >= :since");
            values.put("since", since.atOffset(ZoneOffset.UTC));
        });
        filter.behind().ifPresent(behind -> {
            query.append(" and (claimedAt < :at or (claimedAt = :at and claimId < :claim))");
            values.put("at", behind.claimedAt().atOffset(ZoneOffset.UTC));
            values.put("claim", behind.claimId());
        });
        return read(() -> ClaimRow.<ClaimRow>find(query + " order by claimedAt desc, claimId desc", values)
                .page(0, filter.limit()).list()).map(rows -> rows.stream().map(ClaimRows::seen).toList());
    }

    private static <T> Uni<T> read(Supplier<Uni<T>> query) {
        return Panache.withSession(query).onFailure()
                .transform(cause -> new Unavailable("the database does not answer", cause));
    }

    private static Seen seen(ClaimRow row) {
        return new Seen(row.claimId, new Identifier(row.worker), Optional.ofNullable(row.instructionId), row.completes,
                Optional.ofNullable(row.statement), predicates(row.predicates), Optional.ofNullable(row.site),
                row.whileLocked, row.claimedAt.toInstant(), row.verdict == null ? null : Verdict.valueOf(row.verdict),
                Optional.ofNullable(row.cause));
    }

    private static List<Predicate> predicates(String json) {
        try {
            return Json.tolerant().readValue(json, PREDICATES);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the read copy is not as it was written", e);
        }
    }
}
