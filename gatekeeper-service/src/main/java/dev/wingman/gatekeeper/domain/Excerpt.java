package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.Violation;

/// As many violations as anybody mends at a time, and how many more there are.
public final class Excerpt {

    private static final int MOST = 100;

    private Excerpt() {}

    /// The first hundred, and one more that counts the rest.
    ///
    /// @param whole the place of all that was judged
    public static List<Violation> of(List<Violation> violations, String whole) {
        var all = violations.stream().distinct().toList();
        if (all.size() <= MOST) {
            return all;
        }
        var told = new ArrayList<>(all.subList(0, MOST));
        told.add(new Violation("answer/shortened", whole, "At least " + (all.size() - MOST)
                + " more are not named here: mend these, and send it again to hear of them."));
        return List.copyOf(told);
    }
}
