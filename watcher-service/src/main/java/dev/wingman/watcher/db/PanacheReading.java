package dev.wingman.watcher.db;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.http.Page;
import dev.wingman.watcher.Reading;

/// [Reading] through Panache.
@ApplicationScoped
@WithSession
class PanacheReading implements Reading {

    private static final Sort NEWEST_FIRST = Sort.descending("raisedAt", "alertId");

    @Override
    public Uni<List<WorkerStanding>> workers(Identifier tenant, Page.Request page) {
        return StandingRow.<StandingRow>find("tenantId = ?1 and worker > ?2", Sort.by("worker"), tenant.value(),
                page.after().orElse("")).range(0, page.limit()).list().chain(rows -> withLocks(tenant, rows));
    }

    @Override
    public Uni<Optional<WorkerStanding>> worker(Identifier tenant, Identifier worker) {
        return StandingRow.<StandingRow>find("tenantId = ?1 and worker = ?2", tenant.value(), worker.value()).list()
                .chain(rows -> withLocks(tenant, rows)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<LockView>> locks(Identifier tenant, Page.Request page) {
        return LockRow.<LockRow>find("tenantId = ?1 and concat(scope, '/', name) > ?2", Sort.by("scope", "name"),
                tenant.value(), page.after().orElse("")).range(0, page.limit()).list()
                .map(rows -> rows.stream().map(PanacheReading::view).toList());
    }

    @Override
    public Uni<List<AlertView>> alerts(Identifier tenant, Page.Request page) {
        return page.after().map(after -> alertsBefore(tenant, after.split("/", 2), page))
                .orElseGet(() -> AlertRow.<AlertRow>find("tenantId = ?1", NEWEST_FIRST, tenant.value())
                        .range(0, page.limit()).list())
                .map(rows -> rows.stream().map(PanacheReading::view).toList());
    }

    private static Uni<List<AlertRow>> alertsBefore(Identifier tenant, String[] position, Page.Request page) {
        return AlertRow.<AlertRow>find(
                "tenantId = ?1 and (raisedAt < ?2 or raisedAt = ?2 and alertId < ?3)", NEWEST_FIRST, tenant.value(),
                Instant.parse(position[0]), UUID.fromString(position[1])).range(0, page.limit()).list();
    }

    private static Uni<List<WorkerStanding>> withLocks(Identifier tenant, List<StandingRow> rows) {
        return LockRow.<LockRow>find("tenantId = ?1 and scope = 'worker'", tenant.value()).list()
                .map(locks -> locks.stream().map(PanacheReading::view)
                        .collect(Collectors.toMap(LockView::name, Function.identity())))
                .map(locks -> rows.stream().map(row -> view(row, locks)).toList());
    }

    private static WorkerStanding view(StandingRow row, Map<String, LockView> locks) {
        return new WorkerStanding(row.worker, new Counts(row.trueCount, row.falseCount, row.unverifiableCount),
                row.unverifiableRun, row.lastVerdictAt, Optional.ofNullable(locks.get(row.worker)));
    }

    private static LockView view(LockRow row) {
        return new LockView(row.scope, row.name, row.incident, row.reason, row.since);
    }

    private static AlertView view(AlertRow row) {
        return new AlertView(row.alertId, row.severity, row.kind, row.incident, Optional.ofNullable(row.worker),
                Optional.ofNullable(row.subjectId), row.text, row.raisedAt, Optional.ofNullable(row.acknowledgedBy),
                Optional.ofNullable(row.acknowledgedAt));
    }
}
