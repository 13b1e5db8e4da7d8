package dev.wingman.claimlogger.db;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A row of the read copy. Only read through Hibernate; [ClaimCopy] writes it.
@Entity
@Table(name = "claim")
@IdClass(ClaimRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ClaimRow extends PanacheEntityBase {

    /// A claim's id is its own only within its tenant.
    public record Key(String tenantId, UUID claimId) implements Serializable {}

    @Id
    public String tenantId;
    @Id
    public UUID claimId;
    public String worker;
    public @Nullable UUID instructionId;
    public boolean completes;
    public @Nullable String statement;
    public String predicates;
    public @Nullable String site;
    public boolean whileLocked;
    public OffsetDateTime claimedAt;
    public @Nullable String verdict;
    public @Nullable String cause;
}
