package dev.wingman.auditor.domain;

import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;

/// What was fixed when an instruction was accepted.
public record Criteria(Identifier worker, Optional<String> site, List<Predicate> predicates) {}
