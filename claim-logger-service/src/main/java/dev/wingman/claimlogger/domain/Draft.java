package dev.wingman.claimlogger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Violation;

/// A claim as a worker sends it.
public record Draft(Optional<UUID> instructionId, Optional<Boolean> completes, Optional<String> statement,
        Optional<List<Predicate>> predicates, Optional<String> site) {

    private static final int MOST_PREDICATES = 50;
    private static final int LONGEST_STATEMENT = 16_384;

    public List<Predicate> allPredicates() {
        return predicates.orElse(List.of());
    }

    public boolean saysComplete() {
        return completes.orElse(false);
    }

    /// What is wrong with its shape.
    public List<Violation> violations() {
        var all = new ArrayList<Violation>();
        check(all, statement.isPresent() || !allPredicates().isEmpty(), "claim/empty", "",
                "say something: statement, predicates, or both");
        check(all, statement.filter(String::isBlank).isEmpty(), "claim/statement-blank", "/statement",
                "the statement is blank; leave it out or say something");
        check(all, statement.filter(text -> text.length() > LONGEST_STATEMENT).isEmpty(), "claim/statement-long",
                "/statement", "a statement has " + LONGEST_STATEMENT + " characters at most");
        check(all, allPredicates().size() <= MOST_PREDICATES, "claim/predicates-many", "/predicates",
                "a claim has " + MOST_PREDICATES + " predicates at most");
        check(all, allPredicates().stream().noneMatch(java.util.Objects::isNull), "claim/predicate-null",
                "/predicates", "null is no predicate");
        check(all, !saysComplete() || instructionId.isPresent(), "claim/completes-nothing", "/completes",
                "name the instruction_id that is completed");
        check(all, site.filter(name -> !Identifier.isValid(name)).isEmpty(), "claim/site-unknown", "/site",
                "a site is named by 1 to 63 of a-z 0-9 . _ -");
        return all;
    }

    private static void check(List<Violation> all, boolean holds, String rule, String pointer, String message) {
        if (!holds) {
            all.add(new Violation(rule, pointer, message));
        }
    }
}
