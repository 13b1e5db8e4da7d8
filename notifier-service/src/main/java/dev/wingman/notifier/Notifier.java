package dev.wingman.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Ids;
import dev.wingman.notifier.domain.AlertText;
import dev.wingman.notifier.domain.Content;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.Transaction;

/// Tells every chat of a tenant: alerts, and whatever else concerns all of them.
@ApplicationScoped
public class Notifier {

    private final Deliveries deliveries;
    private final Chats chats;

    Notifier(Deliveries deliveries, Chats chats) {
        this.deliveries = deliveries;
        this.chats = chats;
    }

    /// Plans alerts in the transaction that takes them in.
    public Uni<Void> alert(Transaction transaction, List<Arrival> arrivals) {
        var planned = new ArrayList<Deliveries.Planned>();
        arrivals.forEach(arrival -> arrival.envelope().as(AlertRaised.class).ifPresent(alert -> planned.addAll(
                toAll(alert, Deliveries.Kind.ALERT, alert.event().alertId(), text(alert), Optional.empty()))));
        return deliveries.plan(transaction, planned);
    }

    /// One message for each chat of the cause's tenant; where there is none, a note that nobody was told.
    List<Deliveries.Planned> toAll(Envelope<? extends Event> cause, Deliveries.Kind kind, UUID about, Content content,
            Optional<String> cardDigest) {
        if (!chats.known()) {
            throw new Unavailable("whose chats are whose is not known yet");
        }
        var all = chats.of(cause.tenant());
        return all.isEmpty()
                ? List.of(to(Optional.empty(), cause, kind, about, content, cardDigest))
                : all.stream().map(chat -> to(Optional.of(chat), cause, kind, about, content, cardDigest)).toList();
    }

    private static Deliveries.Planned to(Optional<Long> chat, Envelope<? extends Event> cause, Deliveries.Kind kind,
            UUID about, Content content, Optional<String> cardDigest) {
        var id = Ids.derived(cause.id(), "delivery/" + kind + "/" + chat.map(String::valueOf).orElse("none"));
        return new Deliveries.Planned(id, cause.tenant(), kind, about, chat, content, cardDigest, Optional.empty(),
                cause.traceparent());
    }

    private static Content text(Envelope<AlertRaised> alert) {
        return Content.plain(AlertText.of(alert.tenant(), alert.environment(), alert.event()));
    }
}
