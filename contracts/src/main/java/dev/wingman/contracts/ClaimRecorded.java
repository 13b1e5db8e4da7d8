package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A worker says that something is so.
///
/// @param completes the instruction's own predicates are judged as well
/// @param statement prose with secrets already replaced
/// @param whileLocked the worker was locked when he said it; heard all the same
public record ClaimRecorded(UUID claimId, Identifier worker, Optional<UUID> instructionId, boolean completes,
        Optional<String> statement, List<Predicate> predicates, Optional<String> site,
        boolean whileLocked) implements Event {

    @Override
    public boolean signed() {
        return false;
    }
}
