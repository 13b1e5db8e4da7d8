package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;
import dev.wingman.screening.Lines;

/// An instruction as it was asked for, before anything was checked but its shape.
///
/// @param document the whole text, where it came as text
/// @param further texts that stand in the action and in predicates: screened, and kept as they are
/// @param statedRisk what the worker says of the risk; it may only raise it
/// @param strays headings that name none of the ten points
public record Draft(Optional<String> document, Optional<Passage> title, Map<Point, List<Passage>> points,
        Action action, String actionPointer, Optional<Passage> site, List<Passage> further,
        Optional<Risk> statedRisk, List<Stray> strays) {

    private static final int LONG = 4096;

    public Draft {
        points = Map.copyOf(points);
        further = List.copyOf(further);
        strays = List.copyOf(strays);
    }

    /// Whether to judge it may take so long that a thread that answers others should not.
    public boolean isLong() {
        return document.map(String::length).orElseGet(() -> points.values().stream().flatMap(List::stream)
                .mapToInt(passage -> passage.text().length()).sum()) > LONG;
    }

    List<Passage> passages(Point point) {
        return points.getOrDefault(point, List.of());
    }

    List<String> texts(Point point) {
        var passages = passages(point);
        var texts = new ArrayList<String>(passages.size());
        for (var passage : passages) {
            texts.add(passage.text());
        }
        return Collections.unmodifiableList(texts);
    }

    /// The instruction as a whole.
    String place() {
        return document.isPresent() ? "1:1" : "";
    }

    /// A point, and where there is none the place where it would go: behind all that stands in the document.
    String place(Point point) {
        return document
                .map(text -> passages(point).stream().findFirst().map(Passage::pointer)
                        .orElseGet(() -> Lines.of(text).place(text.length())))
                .orElse("/" + point.key());
    }

    /// The title, and where there is none the place where it would go.
    String placeOfTitle() {
        return title.map(Passage::pointer).orElse(document.isPresent() ? "1:1" : "/title");
    }
}
