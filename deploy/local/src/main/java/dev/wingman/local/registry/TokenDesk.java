package dev.wingman.local.registry;

import java.time.Duration;

import dev.wingman.local.stack.LocalState;

/// Gives out tokens of a local stack. Whoever gets one is registered, and known to every service, when it is handed out.
public final class TokenDesk {

    /// The tenant of Wingman itself; nobody registers it.
    private static final String RESERVED = "wingman";

    private final Registry registry;
    private final Signatures signatures;

    public TokenDesk(LocalState state) {
        this.registry = new Registry(state);
        this.signatures = new Signatures(state);
    }

    public String token(Subject subject, Duration lifetime) {
        if (!subject.tenant().equals(RESERVED)) {
            registry.change(subject.tenant(), entry -> Registration.add(entry, subject));
        }
        return signatures.sign(subject, lifetime);
    }
}
