package dev.wingman.local.cli;

import java.time.Duration;
import java.util.Optional;

import dev.wingman.client.cli.LocalTokens;
import dev.wingman.local.registry.Subject;
import dev.wingman.local.registry.TokenDesk;
import dev.wingman.local.stack.LocalState;

/// Tokens for the everyday calls on this machine, without copying one.
public final class DeskTokens implements LocalTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    @Override
    public String token(String tenant, String subject, String role) {
        var state = LocalState.read(new Where().stack().state().local());
        return new TokenDesk(state).token(new Subject(tenant, subject, role, Optional.empty()), LIFETIME);
    }
}
