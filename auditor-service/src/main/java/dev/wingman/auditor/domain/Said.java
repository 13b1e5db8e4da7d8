package dev.wingman.auditor.domain;

import dev.wingman.contracts.Predicate;

/// One checkable thing that was said.
public record Said(Predicate predicate, Sense sense) {

    public static Said state(Predicate predicate) {
        return new Said(predicate, Sense.STATE);
    }
}
