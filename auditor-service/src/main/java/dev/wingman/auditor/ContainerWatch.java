package dev.wingman.auditor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Containers;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Fact;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Pulse;
import dev.wingman.auditor.domain.Said;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate.Container;
import dev.wingman.contracts.TenantSet.Site;

/// Looks at containers without holding a socket: by what the site's gateway observed, and by their cgroups.
@ApplicationScoped
public class ContainerWatch {

    private final Facts facts;
    private final Cgroups cgroups;
    private final ExecutorService looking = Executors.newVirtualThreadPerTaskExecutor();

    ContainerWatch(Facts facts, Cgroups cgroups) {
        this.facts = facts;
        this.cgroups = cgroups;
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
    }

    /// What is known of the containers that are spoken of.
    public Uni<Map<String, Fact>> facts(Identifier tenant, List<Said> said) {
        var names = said.stream().map(Said::predicate).filter(Container.class::isInstance).map(Container.class::cast)
                .map(Container::name).filter(Containers::isName).distinct().toList();
        return names.isEmpty() ? Uni.createFrom().item(Map.of()) : facts.latest(tenant, names);
    }

    /// One observation for each thing said of a container.
    public Uni<Map<Said, Observation>> look(Site site, List<Said> said, Map<String, Fact> known, Terms terms,
            Map<String, Look> firstLooks) {
        var containers = said.stream().filter(one -> one.predicate() instanceof Container).toList();
        return containers.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.createFrom().item(() -> lookNow(site, containers, known, terms, firstLooks))
                        .runSubscriptionOn(looking);
    }

    /// Those of the ids whose cgroups have processes now.
    Uni<List<String>> alive(List<String> ids) {
        return Uni.createFrom().item(() -> ids.stream().filter(id -> cgroups.pulse(id) == Pulse.ALIVE).toList())
                .runSubscriptionOn(looking);
    }

    private Map<Said, Observation> lookNow(Site site, List<Said> containers, Map<String, Fact> known, Terms terms,
            Map<String, Look> firstLooks) {
        var seen = new HashMap<Said, Observation>();
        for (var one : containers) {
            var container = (Container) one.predicate();
            var fact = Optional.ofNullable(known.get(container.name()));
            var pulses = new HashMap<String, Pulse>();
            Containers.witnessed(container, fact, terms).forEach(id -> pulses.put(id.id(), cgroups.pulse(id.id())));
            var first = Optional.ofNullable(firstLooks.get(Inquiry.key(one)));
            seen.put(one, Containers.see(container, site, fact, terms, first, pulses));
        }
        return Map.copyOf(seen);
    }
}
