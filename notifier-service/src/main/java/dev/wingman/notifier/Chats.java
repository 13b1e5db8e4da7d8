package dev.wingman.notifier;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    boolean isActive(Identifier tenant) {
        return states.tenant(tenant).filter(Chats::active).isPresent();
    }

    /// None without a bot.
    List<Long> of(Identifier tenant) {
        return messenger.configured()
                ? listed(states.tenant(tenant).map(TenantSet::chats).orElse(List.of()))
                : List.of();
    }

    /// The tenants that a sender may hear of: those of the chat, and alone with the bot those whose operator he is. Of a suspended one
    /// its operators alone are heard: somebody must be able to bring back what a drill stopped.
    Set<Identifier> tenantsOf(Update.Sender sender, List<Correspondence.Link> links) {
        var own = links.stream().filter(this::stands).map(Correspondence.Link::tenant).collect(Collectors.toSet());
        var found = new TreeSet<Identifier>(sender.alone() ? own : Set.of());
        states.allTenants().stream().filter(entry -> active(entry) || own.contains(entry.tenantId()))
                .filter(entry -> listed(entry.chats()).contains(sender.chat()))
                .forEach(entry -> found.add(entry.tenantId()));
        return found;
    }

    /// Whether the registry still has the operator.
    boolean stands(Correspondence.Link link) {
        return states.tenant(link.tenant()).stream()
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
