package dev.wingman.auditor.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Fact.Known;
import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.auditor.domain.Observation.NotYet;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate.Container;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.TenantSet.Site;

/// From the gateway's facts and the second witness to what was seen of a container.
public final class Containers {

    /// The same answer for another tenant's container and for none at all.
    static final String NOT_YOURS = "the registry gives you no container of this name on this site";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}");
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private Containers() {}

    /// Whether an engine could have a container of that name.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The ids whose cgroups say whether it runs. For what should be gone: all that bore the name since shortly before the stage was prepared, so
    /// that nothing goes on running under another name.
    public static List<Known> witnessed(Container wanted, Optional<Fact> fact, Terms terms) {
        if (fact.isEmpty() || terms.witnessedSince().isEmpty()) {
            return List.of();
        }
        var ids = fact.get().ids();
        if (wanted.state() == ContainerState.RUNNING) {
            return ids.stream().filter(known -> fact.get().seen().containerId().filter(known.id()::equals).isPresent())
                    .toList();
        }
        var since = terms.witnessedSince().get().minus(BEFORE);
        return ids.stream().filter(known -> known.equals(ids.getFirst()) || !known.lastSeen().isBefore(since)).toList();
    }

    /// What counts as seen now.
    ///
    /// @param first an earlier contradiction: a second look is a later fact, not the same one again
    /// @param pulses of the ids of [#witnessed]
    public static Observation see(Container wanted, Site site, Optional<Fact> fact, Terms terms, Optional<Look> first,
            Map<String, Pulse> pulses) {
        var listed = terms.targetsGiven() || site.containers().contains(wanted.name());
        if (!isName(wanted.name()) || fact.isEmpty() && !listed && site.projects().isEmpty()
                || !listed && fact.filter(known -> !known.isOf(site)).isPresent()) {
            return new Unseen(NOT_YOURS);
        }
        if (fact.isEmpty()) {
            return new NotYet(listed ? "the site's gateway has not observed it" : NOT_YOURS);
        }
        if (!fact.get().at().isAfter(terms.after())) {
            return new NotYet("the site's gateway has not observed it since");
        }
        return first.filter(look -> fact.get().at().isBefore(due(look, terms))).isPresent()
                ? new NotYet("one look contradicts it, and the second did not come in time")
                : seen(wanted, fact.get(), terms, pulses);
    }

    private static Instant due(Look look, Terms terms) {
        return look.at().plus(terms.betweenLooks());
    }

    private static ContainerSeen seen(Container wanted, Fact fact, Terms terms, Map<String, Pulse> pulses) {
        var looked = witnessed(wanted, Optional.of(fact), terms);
        var pulse = terms.witnessedSince().map(_ -> pulse(looked, pulses));
        var container = fact.seen();
        return new ContainerSeen(fact.at(), container.status(), container.containerId(), container.image(),
                container.imageId(), container.health(), pulse, !looked.isEmpty() && looked.getFirst().seenAlive());
    }

    /// One that lives is enough to contradict; otherwise the newest speaks.
    private static Pulse pulse(List<Known> looked, Map<String, Pulse> pulses) {
        if (looked.stream().anyMatch(known -> pulses.get(known.id()) == Pulse.ALIVE)) {
            return Pulse.ALIVE;
        }
        return looked.isEmpty()
                ? Pulse.NOT_FOUND
                : pulses.getOrDefault(looked.getFirst().id(), Pulse.UNREADABLE);
    }
}
