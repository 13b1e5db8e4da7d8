package dev.wingman.client;

import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Predicate;

/// What a worker says is so; at least one of statement and predicates, unless it completes an instruction that has its own.
///
/// @param instructionId the instruction that it belongs to
/// @param completes the instruction's own predicates shall be judged as well
/// @param statement prose, matched to predicates by fixed rules
/// @param predicates checkable sentences
/// @param site where they hold; the tenant's default when empty
public record Claim(Optional<String> instructionId, boolean completes, Optional<String> statement,
        List<Predicate> predicates, Optional<String> site) {
    public Claim {
        predicates = List.copyOf(predicates);
    }

    public static Claim of(Predicate... predicates) {
        return new Claim(Optional.empty(), false, Optional.empty(), List.of(predicates), Optional.empty());
    }

    public static Claim of(String statement) {
        return new Claim(Optional.empty(), false, Optional.of(statement), List.of(), Optional.empty());
    }
}
