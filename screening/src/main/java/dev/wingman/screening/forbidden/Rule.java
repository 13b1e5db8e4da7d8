package dev.wingman.screening.forbidden;

import java.util.Set;
import java.util.function.Consumer;

import dev.wingman.screening.forbidden.Word.Gap;

/// One family of forbidden actions.
interface Rule {
    /// The programs or words at which it wants to look, in lower case.
    Set<String> programs();

    /// The strongest gap across which one of its commands goes on.
    default Gap reach() {
        return Gap.SPACE;
    }

    void judge(Command command, Consumer<Found> found);
}
