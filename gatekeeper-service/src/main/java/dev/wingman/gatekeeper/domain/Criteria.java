package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.Predicate;

/// The success criteria of an instruction: what a probe can check, and the places of those that stay prose.
///
/// @param unverifiable JSON pointers; in text `line:column`
public record Criteria(int total, List<Predicate> predicates, List<String> unverifiable) {

    public Criteria {
        predicates = List.copyOf(predicates);
        unverifiable = List.copyOf(unverifiable);
    }

    static Criteria of(Draft draft) {
        var report = ReportPath.of(draft);
        var predicates = new ArrayList<Predicate>();
        var unverifiable = new ArrayList<String>();
        for (var passage : draft.passages(Point.SUCCESS_CRITERIA)) {
            passage.predicate().or(() -> Prose.compile(passage.text(), report))
                    .ifPresentOrElse(predicates::add, () -> unverifiable.add(passage.pointer()));
        }
        return new Criteria(draft.passages(Point.SUCCESS_CRITERIA).size(), predicates,
                unverifiable.stream().distinct().toList());
    }

    public int verifiable() {
        return predicates.size();
    }
}
