package dev.wingman.gatekeeper;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/// Once after each start, as soon as the topic is read to its end: what the registry has and the topic lost is emitted again.
@ApplicationScoped
class Restoration {

    private static final Logger LOG = Logger.getLogger(Restoration.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Registry registry;

    Restoration(Registry registry) {
        this.registry = registry;
    }

    void start(@Observes StartupEvent starting) {
        restore().subscribe().with(count -> LOG.infof("event=registry-restored entries=%d", count),
                failure -> LOG.errorf(failure, "event=registry-not-restored"));
    }

    private Uni<Integer> restore() {
        return Multi.createFrom().ticks().every(PAUSE).onOverflow().drop().filter(_ -> registry.isTopicKnown()).toUni()
                .chain(registry::restore)
                .onFailure().retry().withBackOff(PAUSE, LONGEST_PAUSE).indefinitely();
    }
}
