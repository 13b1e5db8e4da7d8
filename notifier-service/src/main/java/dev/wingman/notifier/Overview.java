package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.OverviewText;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.States;

/// How things stand, for whoever asks.
@ApplicationScoped
class Overview {

    static final int MOST = 20;

    private final States states;
    private final Chats chats;
    private final PlatformSettings platform;

    Overview(States states, Chats chats, PlatformSettings platform) {
        this.states = states;
        this.chats = chats;
        this.platform = platform;
    }

    Content pending(List<Approvals.Held> open) {
        return OverviewText.pending(open.stream()
                .map(held -> new OverviewText.Open(held.tenant(), held.card(), held.progress())).toList());
    }

    Content status(Commands.Letter letter, List<Approvals.Held> open) {
        var lines = letter.tenants().stream().map(tenant -> tenant + " · " + platform.environment() + ": "
                + open.stream().filter(held -> held.tenant().equals(tenant)).count() + " open approvals, "
                + (states.locksKnown() ? locks(tenant).size() + " locks" : "locks not known now")
                + you(letter, tenant)).toList();
        return Content.plain(String.join("\n", lines));
    }

    Content locked(Set<Identifier> tenants) {
        return states.locksKnown()
                ? OverviewText.locked(tenants.stream().flatMap(tenant -> locks(tenant).stream()).toList())
                : Content.plain("Not known now: the broker does not answer. Until then every worker is refused.");
    }

    /// The one tenant that is meant: of the chat, or of several the one whose operator this is.
    Optional<Identifier> single(Commands.Letter letter) {
        var own = letter.links().stream().filter(chats::stands).map(Correspondence.Link::tenant)
                .filter(letter.tenants()::contains).toList();
        return letter.tenants().size() == 1
                ? letter.tenants().stream().findFirst()
                : Optional.of(own).filter(some -> some.size() == 1).map(List::getFirst);
    }

    private List<Lock> locks(Identifier tenant) {
        return states.locks(tenant).map(LocksChanged::locks).orElse(List.of());
    }

    private String you(Commands.Letter letter, Identifier tenant) {
        return letter.links().stream().filter(link -> link.tenant().equals(tenant)).filter(chats::stands).findFirst()
                .map(link -> ". You are " + link.operator() + ".").orElse(". You are no operator here.");
    }
}
