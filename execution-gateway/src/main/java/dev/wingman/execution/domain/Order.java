package dev.wingman.execution.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What starts first. It stops last.
final class Order {

    private Order() {}

    /// What others need comes before them, else by name. A circle is broken by name.
    static List<Container> ofStart(List<Container> targets) {
        var byName = targets.stream().sorted(Comparator.comparing(Container::name)).toList();
        var ordered = new LinkedHashSet<Container>();
        byName.forEach(one -> visit(one, byName, ordered, new ArrayList<>()));
        return List.copyOf(ordered);
    }

    private static void visit(Container one, List<Container> all, Set<Container> ordered,
            List<Container> path) {
        if (ordered.contains(one) || path.contains(one)) {
            return;
        }
        path.add(one);
        all.stream().filter(other -> other.compose().project().equals(one.compose().project())
                && other.compose().service().filter(one.compose().needs()::contains).isPresent())
                .forEach(needed -> visit(needed, all, ordered, path));
        ordered.add(one);
    }
}
