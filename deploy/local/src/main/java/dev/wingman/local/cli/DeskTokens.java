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
    public Answer token(String tenant, String subject, String role) {
        var desk = new TokenDesk(LocalState.read(new Where().stack().state().local()));
        var who = new Subject(tenant, subject, role, Optional.empty());
        return desk.unknown(who).<Answer>map(Answer.Unknown::new)
                .orElseGet(() -> new Answer.Token(desk.sign(who, LIFETIME)));
    }
}
