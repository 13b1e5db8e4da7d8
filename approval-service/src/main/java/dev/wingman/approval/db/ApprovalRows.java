package dev.wingman.approval.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import dev.wingman.approval.Reading;
import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Decision;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.State;
import dev.wingman.approval.domain.Vote;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VoteRecorded;

/// Between rows and approvals.
final class ApprovalRows {

    static final String COLUMNS = """
            tenant_id, approval_id, owner, state, card, card_digest, lasts_ms, incident, opened_at, expires_at,
            escalations, decision, decided_by, deciders, reason, decided_at, execution_id, audience, used_at, verdict,
            verdict_cause, clock_timestamp() as now""";
    static final String VOTES = """
            select tenant_id, approval_id, operator, choice, way, reason, seen_digest, self_approved, cast_at from vote
            where (tenant_id, approval_id) in (select * from unnest($1::text[], $2::uuid[])) order by cast_at, operator""";

    private ApprovalRows() {}

    static Approval approval(Row row, List<Vote> votes) {
        var state = State.valueOf(row.getString("state"));
        var matter = matter(row);
        var until = instant(row, "expires_at");
        return switch (state) {
            case PENDING -> new Approval.Pending(matter, votes, until);
            case GRANTED -> new Approval.Granted(matter, votes, decision(row), until);
            case DENIED, EXPIRED, REVOKED -> new Approval.Closed(matter, votes, decision(row));
            case USED -> new Approval.Used(matter, votes, decision(row), row.getUUID("execution_id"),
                    row.getString("audience"), instant(row, "used_at").orElseThrow());
        };
    }

    static Reading.Filed filed(Row row, List<Vote> votes) {
        return new Reading.Filed(approval(row, votes), row.getInteger("escalations"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                Optional.ofNullable(row.getString("verdict_cause")));
    }

    static Vote vote(Row row) {
        return new Vote(new Identifier(row.getString("operator")),
                VoteRecorded.Choice.valueOf(row.getString("choice")), VoteRecorded.Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getString("reason")), row.getString("seen_digest"),
                row.getBoolean("self_approved"), instant(row, "cast_at").orElseThrow());
    }

    static Instant now(Row row) {
        return instant(row, "now").orElseThrow();
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(ApprovalRows::utc).orElse(null);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Matter matter(Row row) {
        return new Matter(new Identifier(row.getString("tenant_id")), card(row), row.getString("card_digest"),
                Optional.ofNullable(row.getString("owner")).map(Identifier::new),
                Optional.ofNullable(row.getLong("lasts_ms")).map(Duration::ofMillis),
                Optional.ofNullable(row.getUUID("incident")), instant(row, "opened_at").orElseThrow());
    }

    private static ApprovalCard card(Row row) {
        try {
            return Json.tolerant().readValue(row.getBuffer("card").getBytes(), ApprovalCard.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a row holds no card", e);
        }
    }

    private static Decision decision(Row row) {
        return new Decision(ApprovalDecided.Decision.valueOf(row.getString("decision")),
                ApprovalDecided.By.valueOf(row.getString("decided_by")),
                Arrays.stream(row.getArrayOfStrings("deciders")).map(Identifier::new).toList(),
                Optional.ofNullable(row.getString("reason")), instant(row, "decided_at").orElseThrow());
    }

    /// What tells a row apart.
    record RowKey(String tenant, UUID approval) {

        static RowKey of(Row row) {
            return new RowKey(row.getString("tenant_id"), row.getUUID("approval_id"));
        }
    }
}
