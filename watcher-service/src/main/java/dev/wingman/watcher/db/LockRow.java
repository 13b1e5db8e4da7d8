package dev.wingman.watcher.db;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A lock, for reading.
@Entity
@Immutable
@IdClass(LockRow.Key.class)
@Table(name = "lock")
@NullUnmarked
class LockRow extends PanacheEntityBase {

    /// Which.
    record Key(String tenantId, String scope, String name) {}

    @Id
    public String tenantId;
    @Id
    public String scope;
    @Id
    public String name;
    public UUID incident;
    public String reason;
    public Instant since;
}
