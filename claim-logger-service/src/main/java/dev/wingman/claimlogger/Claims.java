package dev.wingman.claimlogger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Verdict;

/// The read copy of claims.
public interface Claims {

    /// A claim and, once reached, its verdict.
    ///
    /// @param verdict null until reached, and then written as null
    /// @param cause why, in words for people
    record Seen(UUID claimId, Identifier worker, Optional<UUID> instructionId, boolean completes,
            Optional<String> statement, List<Predicate> predicates, Optional<String> site, boolean whileLocked,
            Instant claimedAt, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Verdict verdict,
            Optional<String> cause) {}

    /// Where the next page begins: behind the claim of that time and id.
    record Behind(Instant claimedAt, UUID claimId) {}

    /// Which claims are wanted.
    record Filter(Optional<Identifier> worker, Optional<Verdict> verdict, Optional<Instant> since,
            Optional<Behind> behind, int limit) {}

    Uni<Optional<Seen>> find(Identifier tenant, UUID claimId);

    /// The newest first.
    Uni<List<Seen>> list(Identifier tenant, Filter filter);
}
