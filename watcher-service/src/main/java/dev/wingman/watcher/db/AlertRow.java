package dev.wingman.watcher.db;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// An alert, for reading.
@Entity
@Immutable
@Table(name = "alert")
@NullUnmarked
class AlertRow extends PanacheEntityBase {

    @Id
    public UUID alertId;
    public String tenantId;
    public String severity;
    public String kind;
    public UUID incident;
    public String worker;
    public UUID subjectId;
    public String text;
    public Instant raisedAt;
    public String acknowledgedBy;
    public Instant acknowledgedAt;
}
