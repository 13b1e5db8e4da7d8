package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.Predicate;

/// The success criteria of an instruction: what is bound to be checked, and the places of those that no probe can check.
///
/// @param predicates what they say, where that has a form
/// @param unverifiable JSON pointers; in text `line:column`: what stays prose, and what no probe looks at
public record Criteria(int total, int verifiable, List<Predicate> predicates, List<String> unverifiable) {

    public Criteria {
        predicates = List.copyOf(predicates);
        unverifiable = List.copyOf(unverifiable);
    }

    static Criteria of(Draft draft) {
        var report = ReportPath.of(draft);
        var predicates = new ArrayList<Predicate>();
        var unverifiable = new ArrayList<String>();
        var verifiable = 0;
        for (var passage : draft.passages(Point.SUCCESS_CRITERIA)) {
            var said = passage.predicate().or(() -> Prose.compile(passage.text(), report));
            said.ifPresent(predicates::add);
            if (said.filter(Criteria::isProbed).isPresent()) {
                verifiable++;
            } else {
                unverifiable.add(passage.pointer());
            }
        }
        return new Criteria(draft.passages(Point.SUCCESS_CRITERIA).size(), verifiable, predicates,
                unverifiable.stream().distinct().toList());
    }

    private static boolean isProbed(Predicate predicate) {
        return !(predicate instanceof Predicate.Git);
    }
}
