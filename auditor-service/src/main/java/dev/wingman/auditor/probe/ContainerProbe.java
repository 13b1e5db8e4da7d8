package dev.wingman.auditor.probe;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// The auditor holds no Docker socket: what containers do it will hear from the site's gateway, on `observations`. Until one observes, it says so.
@ApplicationScoped
class ContainerProbe implements Probe<Predicate.Container> {

    @Override
    public Class<Predicate.Container> type() {
        return Predicate.Container.class;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public Observation look(Predicate.Container container, Site site) {
        return new Unseen("no gateway observes containers on this site yet");
    }
}
