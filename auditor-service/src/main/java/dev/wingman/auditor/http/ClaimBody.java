package dev.wingman.auditor.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;

/// A claim as a caller sends it.
record ClaimBody(Optional<UUID> instructionId, boolean completes, Optional<String> statement,
        List<Predicate> predicates, Optional<Identifier> site) {

    private static final int PREDICATES = 50;
    private static final int STATEMENT = 8_192;

    ClaimBody {
        predicates = orEmpty(predicates);
        require(!predicates.isEmpty() || statement.filter(text -> !text.isBlank()).isPresent() || completes,
                "a claim has a statement or predicates");
        require(predicates.size() <= PREDICATES, "a claim has at most " + PREDICATES + " predicates");
        require(statement.filter(text -> text.length() > STATEMENT).isEmpty(),
                "a statement has at most " + STATEMENT + " characters");
        require(!completes || instructionId.isPresent(), "completes needs an instruction_id");
    }

    ClaimRecorded claim(UUID id, Identifier worker) {
        return new ClaimRecorded(id, worker, instructionId, completes, statement, predicates,
                site.map(Identifier::value), false);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private static List<Predicate> orEmpty(@Nullable List<Predicate> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
