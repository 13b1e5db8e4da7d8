package dev.wingman.auditor.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.TenantSet.Site;

/// What is to be looked at for a claim, by whom.
public sealed interface Docket {

    /// Another site's auditor judges it.
    record Elsewhere() implements Docket {}

    /// This auditor looks at what was said; what it cannot look at is named.
    ///
    /// @param missing what has not arrived yet, such as the instruction; worth waiting for unless reality contradicts already
    record Here(Optional<Site> site, List<Said> said, List<String> uncheckable,
            Optional<String> missing) implements Docket {}

    /// Decides by what is known of the tenant and the instruction.
    ///
    /// @param known the tenant's registry entry, if it is known
    /// @param criteria of the claim's instruction, if they are known
    /// @param here the name of this auditor's site
    static Docket of(ClaimRecorded claim, Optional<TenantSet> known, Optional<Criteria> criteria, String here) {
        if (known.isEmpty()) {
            return new Here(Optional.empty(), List.of(), List.of("The tenant is not registered."),
                    Optional.of("the tenant"));
        }
        var name = claim.site().or(() -> criteria.flatMap(Criteria::site));
        var site = known.get().site(name);
        if (site.isEmpty()) {
            return unknownSite(known.get(), name, here);
        }
        if (!site.get().name().value().equals(here)) {
            return new Elsewhere();
        }
        if (criteria.filter(own -> !own.worker().equals(claim.worker())).isPresent()) {
            return new Here(site, List.of(), List.of("The instruction is another worker's; claim your own."),
                    Optional.empty());
        }
        return all(claim, criteria, site.get());
    }

    /// One auditor must say that nobody sees such a site: that of the default site.
    private static Docket unknownSite(TenantSet tenant, Optional<String> name, String here) {
        var speaker = tenant.site(Optional.empty());
        if (speaker.filter(site -> !site.name().value().equals(here)).isPresent()) {
            return new Elsewhere();
        }
        return new Here(Optional.empty(), List.of(),
                List.of(name.isPresent()
                        ? "The registry gives the tenant no such site; name one that it has."
                        : "The tenant has no default site; name the site."),
                Optional.empty());
    }

    /// A stage of this site, that ended.
    ///
    /// @param site what the registry gives the tenant here
    /// @param prepared whether its preparation has arrived
    /// @param expected what was expected of it, if it is this stage that was prepared
    static Here ofStage(Optional<Site> site, boolean prepared, Optional<List<Predicate>> expected) {
        if (!prepared) {
            return new Here(Optional.empty(), List.of(), List.of("What the stage should bring about never arrived."),
                    Optional.of("what the stage should bring about"));
        }
        if (expected.isEmpty()) {
            return new Here(site, List.of(), List.of("The stage that ended is not the one that was prepared."),
                    Optional.empty());
        }
        return site.isEmpty()
                ? new Here(site, List.of(), List.of("The registry gives the tenant no such site."), Optional.empty())
                : new Here(site, expected.get().stream().map(Said::state).toList(), List.of(), Optional.empty());
    }

    /// What a worker truly claimed is looked at again; of several claims about one thing the newest counts. The auditor of the default site answers.
    ///
    /// @param claims the evidence of each, the newest first
    static Docket ofRelease(Optional<TenantSet> known, List<Evidence> claims, String here) {
        var site = known.flatMap(tenant -> tenant.site(Optional.empty()));
        if (site.filter(one -> !one.name().value().equals(here)).isPresent()) {
            return new Elsewhere();
        }
        var said = new LinkedHashMap<String, Said>();
        claims.stream().map(Evidence::exhibits).flatMap(List::stream).map(Exhibit::said)
                .forEach(one -> said.putIfAbsent(Audit.subject(one.predicate()), one));
        var uncheckable = said.isEmpty()
                ? List.of("It has no claim of the last day that was TRUE, so there is nothing to look at again.")
                : List.<String>of();
        return new Here(site, List.copyOf(said.values()), uncheckable, Optional.empty());
    }

    private static Docket all(ClaimRecorded claim, Optional<Criteria> criteria, Site site) {
        var said = new ArrayList<>(claim.predicates().stream().map(Said::state).toList());
        var uncheckable = new ArrayList<String>();
        var missing = Optional.<String>empty();
        if (claim.completes()) {
            criteria.ifPresent(own -> own.predicates().forEach(predicate -> said.add(Said.state(predicate))));
            if (claim.instructionId().isEmpty()) {
                uncheckable.add("It completes an instruction, but names none.");
            } else if (criteria.isEmpty()) {
                uncheckable.add("The instruction is not known here.");
                missing = Optional.of("the instruction");
            } else if (criteria.get().predicates().isEmpty() && said.isEmpty()) {
                uncheckable.add("The instruction has no criterion that can be checked.");
            }
        }
        if (said.isEmpty()) {
            claim.statement().map(Prose::read).ifPresent(read -> {
                said.addAll(read.said());
                if (read.unread() > 0) {
                    uncheckable.add(UNREAD);
                }
            });
        }
        return new Here(Optional.of(site), List.copyOf(said), List.copyOf(uncheckable), missing);
    }

    String UNREAD = "Its words fit no rule, so nothing can be checked. Say \"created file /path\", \"deleted file /path\","
            + " \"process NAME is running\", \"port 8080 is open\", or claim predicates.";
}
