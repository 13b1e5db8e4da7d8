package dev.wingman.local.stack;

import java.util.Optional;

import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.parts.Account;

/// Who holds the Docker socket of this machine. Whoever holds it is root, so it is the gateway alone, or nobody.
public sealed interface Holding {

    /// The gateway's account gets the socket's group, and no other account has it.
    record GatewayAlone(EngineSocket socket) implements Holding {
        @Override
        public String spoken() {
            return "Docker engine at " + socket.file() + ": held by execution-gateway alone, custody enforced";
        }
    }

    /// The gateway uses it, but others could too: somebody asked for that.
    record Unguarded(EngineSocket socket, String why) implements Holding {
        @Override
        public String spoken() {
            return "Docker engine at " + socket.file() + ": custody not enforced, " + why;
        }
    }

    /// The gateway gets none, and refuses drills.
    record Nobody(String why) implements Holding {
        @Override
        public String spoken() {
            return why + "; drills are refused";
        }
    }

    /// One line for people.
    String spoken();

    /// The engine that the gateway shall use.
    default Optional<EngineSocket> engine() {
        return switch (this) {
            case GatewayAlone(var socket) -> Optional.of(socket);
            case Unguarded(var socket, _) -> Optional.of(socket);
            case Nobody _ -> Optional.empty();
        };
    }

    /// The gateway's account; no other is ever given the group.
    default Account gateway(Account account) {
        return engine().map(socket -> account.inGroup(socket.group())).orElse(account);
    }

    /// Nobody holds a socket that others could open as well, unless somebody asked for that.
    ///
    /// @param withoutCustody somebody wants drills even where custody cannot be enforced
    static Holding judge(Custody custody, Optional<EngineSocket> socket, boolean withoutCustody) {
        if (socket.isEmpty()) {
            return new Nobody("no Docker engine on this machine");
        }
        var gap = gap(custody, socket.get());
        if (gap.isEmpty()) {
            return new GatewayAlone(socket.get());
        }
        return withoutCustody
                ? new Unguarded(socket.get(), gap.get())
                : new Nobody("custody not enforced: " + gap.get() + " (`wingman up --without-custody` goes on anyway)");
    }

    /// Why the gateway could not be the only holder.
    private static Optional<String> gap(Custody custody, EngineSocket socket) {
        if (!custody.enforced()) {
            return Optional.of("not root, so every service runs as you");
        }
        if (socket.openToAll()) {
            return Optional.of("everybody may open " + socket.file() + " (chmod o-rwx closes it)");
        }
        return socket.group() == 0
                ? Optional
                        .of(socket.file() + " belongs to root's group (`groupadd docker`, then start the engine again)")
                : Optional.empty();
    }
}
