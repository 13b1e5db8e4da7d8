package dev.wingman.gatekeeper.domain;

import java.util.Optional;

import dev.wingman.contracts.Predicate;

/// A piece of what was sent, and where it stood.
///
/// @param pointer JSON pointer; for text `line:column`
/// @param predicate what the sender bound to it, where it is a success criterion
public record Passage(String text, String pointer, Optional<Predicate> predicate) {

    public Passage(String text, String pointer) {
        this(text, pointer, Optional.empty());
    }
}
