package dev.wingman.auditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Criteria;
import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Exhibit;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Fact;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.auditor.domain.Pulse;
import dev.wingman.auditor.domain.Reach;
import dev.wingman.auditor.domain.Said;
import dev.wingman.auditor.domain.Sense;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.TenantSet.Site;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.States;

/// From a claim to the evidence on it.
@ApplicationScoped
public class Inquiry {

    private final States states;
    private final CriteriaBook book;
    private final Memory memory;
    private final Lookout lookout;
    private final ContainerWatch containers;
    private final Envelopes envelopes;
    private final PlatformSettings platform;

    Inquiry(States states, CriteriaBook book, Memory memory, Lookout lookout, ContainerWatch containers,
            Envelopes envelopes, PlatformSettings platform) {
        this.states = states;
        this.book = book;
        this.memory = memory;
        this.lookout = lookout;
        this.containers = containers;
        this.envelopes = envelopes;
        this.platform = platform;
    }

    /// What to look at for a worker's claim.
    public Uni<Docket> docket(Identifier tenant, ClaimRecorded claim) {
        return criteria(tenant, claim.instructionId()).map(found -> docket(tenant, claim, found));
    }

    /// The same for a human, who may ask about any worker's instruction.
    public Uni<Docket> docketForHuman(Identifier tenant, ClaimRecorded claim) {
        return criteria(tenant, claim.instructionId()).map(found -> docket(tenant, claim,
                found.map(any -> new Criteria(claim.worker(), any.site(), any.predicates()))));
    }

    /// The tenant's registry entry, if it has one.
    Optional<TenantSet> tenant(Identifier tenant) {
        if (!states.tenantsKnown()) {
            throw new Unavailable("the registry of tenants is not known now");
        }
        return states.tenant(tenant);
    }

    /// What the registry gives the tenant on this site.
    Optional<Site> here(Identifier tenant) {
        return tenant(tenant).flatMap(entry -> entry.site(Optional.of(platform.site())));
    }

    /// Looks once.
    public Uni<Evidence> gather(Identifier tenant, Docket.Here docket, Terms terms, Map<String, Look> firstLooks) {
        return docket.site().map(site -> containers.facts(tenant, docket.said())
                .chain(facts -> look(tenant, site, docket, terms, firstLooks, facts))
                .chain(seen -> sighted(tenant, site, docket.said())
                        .map(before -> evidence(docket, seen, firstLooks, before))))
                .orElseGet(() -> Uni.createFrom().item(new Evidence(List.of(), docket.uncheckable())));
    }

    private Uni<Map<Said, Observation>> look(Identifier tenant, Site site, Docket.Here docket, Terms terms,
            Map<String, Look> firstLooks, Map<String, Fact> facts) {
        var others = docket.said().stream().filter(said -> !(said.predicate() instanceof Predicate.Container))
                .distinct().toList();
        var reach = terms.witnessedSince().isPresent() ? Reach.of(site, facts.values()) : Reach.of(site, List.of());
        return containers.look(site, docket.said(), facts, terms, firstLooks).chain(seen -> lookout
                .look(tenant, reach.site(), others.stream().map(Said::predicate).map(reach::local).toList())
                .map(more -> all(seen, others, more)));
    }

    private static Map<Said, Observation> all(Map<Said, Observation> seen, List<Said> others, List<Observation> more) {
        var all = new HashMap<>(seen);
        for (var index = 0; index < others.size(); index++) {
            all.put(others.get(index), more.get(index));
        }
        return all;
    }

    /// One thing said has one key, whatever else is said beside it.
    public static String key(Said said) {
        return Digests.ofCanonical(said);
    }

    private Uni<Optional<Criteria>> criteria(Identifier tenant, Optional<UUID> instruction) {
        return instruction.map(id -> book.find(tenant, id)).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Docket docket(Identifier tenant, ClaimRecorded claim, Optional<Criteria> criteria) {
        return Docket.of(claim, tenant(tenant), criteria, platform.site());
    }

    /// Memory matters only to a deletion.
    private Uni<Set<String>> sighted(Identifier tenant, Site site, List<Said> said) {
        var paths = said.stream().filter(one -> one.sense() == Sense.DELETION).map(Said::predicate)
                .flatMap(predicate -> predicate instanceof Predicate.File file
                        ? Optional.of(file.path()).stream()
                        : Optional.<String>empty().stream())
                .toList();
        return paths.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : memory.sighted(tenant, site.name().value(), paths);
    }

    private Evidence evidence(Docket.Here docket, Map<Said, Observation> seen, Map<String, Look> firstLooks,
            Set<String> before) {
        var now = envelopes.now();
        var exhibits = new ArrayList<Exhibit>();
        for (var said : docket.said()) {
            var observed = Objects.requireNonNull(seen.get(said));
            var seenBefore = said.predicate() instanceof Predicate.File file && before.contains(file.path());
            exhibits.add(new Exhibit(said, observed, observed instanceof ContainerSeen fact ? fact.at() : now,
                    Optional.ofNullable(firstLooks.get(key(said))), seenBefore, witnesses(said.predicate(), observed)));
        }
        return new Evidence(exhibits, docket.uncheckable());
    }

    private List<String> witnesses(Predicate predicate, Observation seen) {
        if (!(predicate instanceof Predicate.Container)) {
            return List.of(lookout.witness(predicate, platform.site()));
        }
        var second = seen instanceof ContainerSeen container
                && container.pulse().filter(pulse -> pulse != Pulse.UNREADABLE).isPresent();
        return second
                ? List.of("gateway@" + platform.site(), "cgroup@" + platform.site())
                : List.of("gateway@" + platform.site());
    }
}
