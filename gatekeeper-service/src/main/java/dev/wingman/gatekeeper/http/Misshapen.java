package dev.wingman.gatekeeper.http;

import java.util.List;
import java.util.stream.Stream;

import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.Excerpt;
import dev.wingman.platform.http.Problem;

/// A body of which some parts have another shape than the asked one: what is wrong with the rest is told with it, but of those parts,
/// and of what lacks them, nothing else.
final class Misshapen {

    private Misshapen() {}

    static Problem with(Problem problem, List<Violation> faultsOfTheRest) {
        var places = problem.violations().stream().map(Violation::pointer).filter(place -> !place.isEmpty()).toList();
        var others = faultsOfTheRest.stream()
                .filter(fault -> places.stream().noneMatch(place -> isInOrRound(fault.pointer(), place)));
        return Problem.malformed(Excerpt.of(Stream.concat(problem.violations().stream(), others).toList(), ""));
    }

    private static boolean isInOrRound(String pointer, String place) {
        return (pointer + "/").startsWith(place + "/") || !pointer.isEmpty() && place.startsWith(pointer + "/");
    }
}
