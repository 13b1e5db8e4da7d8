package dev.wingman.notifier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.notifier.domain.AlertText;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Traces;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Brings every alert to its tenant's chats, in order within a tenant; one that has to wait stops no other tenant.
@ApplicationScoped
public class Notifier {

    private static final Logger LOG = Logger.getLogger(Notifier.class);
    private static final int AT_ONCE = 16;
    private static final int OF_ONE_TENANT = 1;
    private static final String LANE = "telegram";

    private final WorkRows work;
    private final Workers workers;
    private final Deliveries deliveries;
    private final Messenger messenger;
    private final States states;
    private final Traces traces;
    private final TelegramSettings telegram;
    private final PlatformSettings platform;

    Notifier(WorkRows work, Workers workers, Deliveries deliveries, Messenger messenger, States states, Traces traces,
            TelegramSettings telegram, PlatformSettings platform) {
        this.work = work;
        this.workers = workers;
        this.deliveries = deliveries;
        this.messenger = messenger;
        this.states = states;
        this.traces = traces;
        this.telegram = telegram;
        this.platform = platform;
    }

    void start(@Observes StartupEvent starting) {
        if (!messenger.configured()) {
            LOG.warn("event=no-telegram-token alerts=\"recorded, not sent\"");
        }
        workers.start(AT_ONCE, OF_ONE_TENANT, this::deliver);
    }

    public Uni<Void> enqueue(Transaction transaction, List<Arrival> arrivals) {
        var alerts = arrivals.stream().filter(arrival -> arrival.envelope().event() instanceof AlertRaised).toList();
        var planned = Uni.createFrom().voidItem();
        for (var arrival : alerts) {
            planned = planned.chain(() -> plan(transaction, arrival));
        }
        return planned.chain(() -> work.add(transaction, alerts, _ -> LANE));
    }

    private Uni<Void> plan(Transaction transaction, Arrival arrival) {
        var tenant = arrival.envelope().tenant();
        return arrival.envelope().as(AlertRaised.class)
                .map(alert -> deliveries.plan(transaction, tenant, alert.event().alertId(), chats(tenant)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private List<Long> chats(Identifier tenant) {
        var own = states.tenant(tenant).map(TenantSet::chats).orElse(List.of());
        return !messenger.configured() ? List.of() : own.isEmpty() ? telegram.chat().stream().toList() : own;
    }

    private Uni<Outcome> deliver(WorkItem item) {
        return item.envelope().as(AlertRaised.class)
                .map(alert -> deliveries.waiting(alert.event().alertId()).chain(waiting -> deliver(alert, waiting)))
                .orElseThrow(() -> new IllegalStateException("only alerts are queued"));
    }

    private Uni<Outcome> deliver(Envelope<AlertRaised> alert, List<Deliveries.Delivery> waiting) {
        var text = AlertText.of(alert.tenant(), platform.environment(), alert.event());
        var longest = Uni.createFrom().item(Optional.<Messenger.Attempt.Later>empty());
        for (var delivery : waiting) {
            longest = longest.chain(before -> attempt(alert, delivery, text).map(now -> longer(before, now)));
        }
        return longest.map(later -> later.<Outcome>map(wait -> new Outcome.Again(wait.after(), wait.why()))
                .orElseGet(() -> new Outcome.Done(_ -> Uni.createFrom().voidItem())));
    }

    private Uni<Optional<Messenger.Attempt.Later>> attempt(Envelope<AlertRaised> alert, Deliveries.Delivery delivery,
            String text) {
        var span = traces.effect(alert, "telegram sendMessage");
        return messenger.send(delivery.chat().orElseThrow(), text)
                .onTermination().invoke(() -> span.end())
                .chain(attempt -> deliveries.attempted(delivery.deliveryId(), attempt).replaceWith(attempt))
                .map(attempt -> attempt instanceof Messenger.Attempt.Later later
                        ? Optional.of(later)
                        : Optional.empty());
    }

    private static Optional<Messenger.Attempt.Later> longer(Optional<Messenger.Attempt.Later> one,
            Optional<Messenger.Attempt.Later> other) {
        var none = Duration.ZERO;
        return one.map(Messenger.Attempt.Later::after).orElse(none)
                .compareTo(other.map(Messenger.Attempt.Later::after).orElse(none)) >= 0 ? one : other;
    }
}
