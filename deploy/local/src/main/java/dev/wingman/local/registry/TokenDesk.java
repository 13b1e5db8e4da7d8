package dev.wingman.local.registry;

import java.time.Duration;
import java.util.Optional;

import dev.wingman.local.stack.LocalState;

/// Gives out tokens of a local stack.
public final class TokenDesk {

    /// The tenant of Wingman itself; nobody registers it.
    private static final String RESERVED = "wingman";

    private final Registry registry;
    private final Signatures signatures;

    public TokenDesk(LocalState state) {
        this.registry = new Registry(state);
        this.signatures = new Signatures(state);
    }

    /// For whom it may concern: he is registered, and known to every service, when it is handed out.
    public String token(Subject subject, Duration lifetime) {
        if (!subject.tenant().equals(RESERVED)) {
            registry.change(subject.tenant(), entry -> Registration.add(entry, subject));
        }
        return sign(subject, lifetime);
    }

    /// Registers nobody.
    public String sign(Subject subject, Duration lifetime) {
        return signatures.sign(subject, lifetime);
    }

    /// Who is unknown, and which command registers him; empty for somebody whom the registry knows.
    public Optional<String> unknown(Subject subject) {
        return subject.tenant().equals(RESERVED)
                ? Optional.empty()
                : Registration.unknown(registry.find(subject.tenant()), subject);
    }
}
