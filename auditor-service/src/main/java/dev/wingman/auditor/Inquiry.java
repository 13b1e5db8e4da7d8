package dev.wingman.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Said;
import dev.wingman.auditor.domain.Sense;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
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
    private final Envelopes envelopes;
    private final PlatformSettings platform;

    Inquiry(States states, CriteriaBook book, Memory memory, Lookout lookout, Envelopes envelopes,
            PlatformSettings platform) {
        this.states = states;
        this.book = book;
        this.memory = memory;
        this.lookout = lookout;
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

    /// Looks once.
    public Uni<Evidence> gather(Identifier tenant, Docket.Here docket, Map<String, Look> firstLooks) {
        var predicates = docket.said().stream().map(Said::predicate).toList();
        return docket.site().map(site -> lookout.look(tenant, site, predicates)
                .chain(seen -> sighted(tenant, site, docket.said())
                        .map(before -> evidence(docket, seen, firstLooks, before))))
                .orElseGet(() -> Uni.createFrom().item(new Evidence(List.of(), docket.uncheckable())));
    }

    /// One thing said has one key, whatever else is said beside it.
    public static String key(Said said) {
        return Digests.ofCanonical(said);
    }

    private Uni<Optional<Criteria>> criteria(Identifier tenant, Optional<UUID> instruction) {
        return instruction.map(id -> book.find(tenant, id)).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Docket docket(Identifier tenant, ClaimRecorded claim, Optional<Criteria> criteria) {
        if (!states.tenantsKnown()) {
            throw new Unavailable("the registry of tenants is not known now");
        }
        return Docket.of(claim, states.tenant(tenant), criteria, platform.site());
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

    private Evidence evidence(Docket.Here docket, List<Observation> seen, Map<String, Look> firstLooks,
            Set<String> before) {
        var now = envelopes.now();
        var exhibits = new ArrayList<Exhibit>();
        for (var index = 0; index < seen.size(); index++) {
            var said = docket.said().get(index);
            var seenBefore = said.predicate() instanceof Predicate.File file && before.contains(file.path());
            exhibits.add(new Exhibit(said, seen.get(index), now, Optional.ofNullable(firstLooks.get(key(said))),
                    seenBefore, lookout.witness(said.predicate(), platform.site())));
        }
        return new Evidence(exhibits, docket.uncheckable());
    }
}
