package dev.wingman.watcher.db;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A worker's counts, for reading.
@Entity
@Immutable
@IdClass(StandingRow.Key.class)
@Table(name = "standing")
@NullUnmarked
class StandingRow extends PanacheEntityBase {

    /// Whose.
    record Key(String tenantId, String worker) {}

    @Id
    public String tenantId;
    @Id
    public String worker;
    public long trueCount;
    public long falseCount;
    public long unverifiableCount;
    public int unverifiableRun;
    public Instant lastVerdictAt;
}
