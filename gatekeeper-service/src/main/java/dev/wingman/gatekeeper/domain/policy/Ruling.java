package dev.wingman.gatekeeper.domain.policy;

import java.util.Optional;

/// What one rule says of one instruction. A rule that does not hold says nothing.
public sealed interface Ruling {

    /// The rule's id.
    String rule();

    /// It holds.
    ///
    /// @param message the tenant's own words for who is denied
    record Holds(String rule, Effect effect, Optional<String> message) implements Ruling {}

    /// Nobody can tell whether it holds, and so it denies.
    ///
    /// @param why repeats nothing of what was sent
    record Fails(String rule, String why) implements Ruling {}
}
