package dev.wingman.notifier;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.events.States;

/// Which chats are whose, by the registry as it is now.
@ApplicationScoped
class Chats {

    private final States states;
    private final Messenger messenger;
    private final TelegramSettings settings;

    Chats(States states, Messenger messenger, TelegramSettings settings) {
        this.states = states;
        this.messenger = messenger;
        this.settings = settings;
    }

    /// Whether anybody may be answered at all.
    boolean known() {
        return states.tenantsKnown();
    }

    boolean isTenant(Identifier tenant) {
        return states.tenant(tenant).filter(Chats::active).isPresent();
    }

    /// None without a bot.
    List<Long> of(Identifier tenant) {
        return messenger.configured()
                ? listed(states.tenant(tenant).map(TenantSet::chats).orElse(List.of()))
                : List.of();
    }

    /// The tenants that a sender may hear of: those of the chat, and alone with the bot those whose operator he is.
    Set<Identifier> tenantsOf(Update.Sender sender, List<Correspondence.Link> links) {
        var found = new TreeSet<Identifier>();
        states.allTenants().stream().filter(Chats::active)
                .filter(entry -> listed(entry.chats()).contains(sender.chat()))
                .forEach(entry -> found.add(entry.tenantId()));
        if (sender.alone()) {
            links.stream().filter(this::stands).forEach(link -> found.add(link.tenant()));
        }
        return found;
    }

    /// Whether the registry still has the operator.
    boolean stands(Correspondence.Link link) {
        return states.tenant(link.tenant()).filter(Chats::active).stream()
                .flatMap(entry -> entry.operators().stream())
                .anyMatch(operator -> operator.subject().equals(link.operator()));
    }

    private List<Long> listed(List<Long> own) {
        return own.isEmpty() ? settings.chat().stream().toList() : own;
    }

    private static boolean active(TenantSet entry) {
        return entry.status() == TenantSet.Status.ACTIVE;
    }
}
