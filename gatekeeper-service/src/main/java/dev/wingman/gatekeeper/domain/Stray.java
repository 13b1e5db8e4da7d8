package dev.wingman.gatekeeper.domain;

import java.util.Optional;

/// A heading that names none of the ten points.
///
/// @param place its `line:column`
/// @param within the point that what stands below it was read as part of; without one it was left out
public record Stray(String name, String place, Optional<Point> within) {

    private static final int LONGEST = 40;

    /// @param repeatable whether its name is no secret; a long one is not repeated either
    String told(boolean repeatable) {
        var heading = repeatable && name.length() <= LONGEST ? "heading \"" + name + "\"" : "a heading";
        return heading + " at " + place
                + within.map(point -> ", read as part of " + point.names().getFirst()).orElse(", left out");
    }
}
