package dev.wingman.claimlogger.db;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import dev.wingman.claimlogger.ReadCopy;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Transaction;

/// [ReadCopy] in Postgres.
@ApplicationScoped
class ClaimCopy implements ReadCopy {

    private static final String CLAIMS = """
            insert into claim as c (tenant_id, claim_id, worker, instruction_id, completes, statement, predicates, site,
                while_locked, claimed_at)
            select * from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::text[], $7::text[],
                $8::text[], $9::boolean[], $10::timestamptz[])
            on conflict (tenant_id, claim_id) do update set worker = excluded.worker,
                instruction_id = excluded.instruction_id, completes = excluded.completes,
                statement = excluded.statement, predicates = excluded.predicates, site = excluded.site,
                while_locked = excluded.while_locked, claimed_at = excluded.claimed_at where c.claimed_at is null""";
    private static final String VERDICTS = """
            insert into claim as c (tenant_id, claim_id, verdict, cause, judged_at)
            select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
            on conflict (tenant_id, claim_id) do update set verdict = excluded.verdict, cause = excluded.cause,
                judged_at = excluded.judged_at where c.verdict is null""";
    private static final ObjectWriter PREDICATES = Json.tolerant().writerFor(new TypeReference<List<Predicate>>() {
    });
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// What of an event stands in a column.
    private interface Column<E extends Event> {
        @Nullable
        Object of(Envelope<E> envelope);
    }

    private record Place(Identifier tenant, UUID claim) {}

    @Override
    public Uni<Void> follow(Transaction transaction, List<Envelope<? extends Event>> events) {
        var claims = first(events, ClaimRecorded.class, ClaimRecorded::claimId);
        var verdicts = first(events.stream().filter(
                one -> one.event() instanceof VerdictReached verdict && verdict.kind() == VerdictReached.Kind.CLAIM)
                .toList(), VerdictReached.class, VerdictReached::subjectId);
        return run(transaction, CLAIMS, claims.isEmpty(), claims(claims))
                .chain(() -> run(transaction, VERDICTS, verdicts.isEmpty(), verdicts(verdicts)));
    }

    /// The first event about each claim, where a time is one that the database knows.
    private static <E extends Event> Collection<Envelope<E>> first(List<Envelope<? extends Event>> events,
            Class<E> kind, Function<E, UUID> claim) {
        var first = new LinkedHashMap<Place, Envelope<E>>();
        events.stream().flatMap(one -> one.as(kind).stream())
                .filter(one -> one.time().isAfter(Instant.EPOCH) && one.time().isBefore(LATEST))
                .forEach(one -> first.putIfAbsent(new Place(one.tenant(), claim.apply(one.event())), one));
        return first.values();
    }

    private static Uni<Void> run(Transaction transaction, String statement, boolean nothing, Tuple values) {
        return nothing
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private static Tuple claims(Collection<Envelope<ClaimRecorded>> claims) {
        return Tuple.tuple().addValue(each(claims, one -> one.tenant().value(), String[]::new))
                .addValue(each(claims, one -> one.event().claimId(), UUID[]::new))
                .addValue(each(claims, one -> one.event().worker().value(), String[]::new))
                .addValue(each(claims, one -> one.event().instructionId().orElse(null), UUID[]::new))
                .addValue(each(claims, one -> one.event().completes(), Boolean[]::new))
                .addValue(each(claims, one -> text(one.event().statement()), String[]::new))
                .addValue(each(claims, one -> json(one.event().predicates()), String[]::new))
                .addValue(each(claims, one -> text(one.event().site()), String[]::new))
                .addValue(each(claims, one -> one.event().whileLocked(), Boolean[]::new))
                .addValue(each(claims, one -> one.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    }

    private static Tuple verdicts(Collection<Envelope<VerdictReached>> verdicts) {
        return Tuple.of(each(verdicts, one -> one.tenant().value(), String[]::new),
                each(verdicts, one -> one.event().subjectId(), UUID[]::new),
                each(verdicts, one -> one.event().verdict().name(), String[]::new),
                each(verdicts, one -> text(Optional.of(one.event().cause())), String[]::new),
                each(verdicts, one -> one.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    }

    private static <E extends Event, T> T[] each(Collection<Envelope<E>> events, Column<E> column,
            IntFunction<T[]> array) {
        return events.stream().map(column::of).toArray(array);
    }

    /// Postgres has no NUL in a text; whoever writes one to a topic shall not stop the ledger by it.
    private static @Nullable String text(Optional<String> text) {
        return text.map(some -> some.replace('\0', '\uFFFD')).orElse(null);
    }

    /// A bare list tells its elements' kinds to nobody; the writer must.
    private static String json(List<Predicate> predicates) {
        try {
            return PREDICATES.writeValueAsString(predicates);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a value of ours has no JSON form", e);
        }
    }
}
