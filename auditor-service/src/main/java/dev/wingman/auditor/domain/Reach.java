package dev.wingman.auditor.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;

import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Where a look may reach: what the registry lists for the site, and for a stage also the ports that its own containers publish on this host.
public record Reach(Site site) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]", "");
    private static final String HERE = "127.0.0.1";

    public static Reach of(Site site, Collection<Fact> published) {
        var hosts = new ArrayList<>(site.hosts());
        published.stream().filter(fact -> fact.isOf(site)).flatMap(fact -> fact.seen().ports().stream())
                .forEach(port -> hosts.add(onThisHost(port)));
        return new Reach(new Site(site.name(), site.roots(), hosts, site.projects(), site.containers(),
                site.isDefault()));
    }

    /// A port that is published on every address is looked at on this host's own.
    public Predicate local(Predicate predicate) {
        return predicate instanceof Predicate.Port port && EVERYWHERE.contains(port.host())
                ? new Predicate.Port(HERE, port.port(), port.state())
                : predicate;
    }

    private static String onThisHost(String published) {
        var colon = published.lastIndexOf(':');
        return colon >= 0 && EVERYWHERE.contains(published.substring(0, colon))
                ? HERE + published.substring(colon)
                : published;
    }
}
