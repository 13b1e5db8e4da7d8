package dev.wingman.execution.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.TenantSet.Site;

/// The registry decides what is a tenant's own; everything else does not exist for it, so a refusal never tells a foreign container from none.
public final class Ownership {

    private static final int TARGETS_AT_MOST = 50;

    private final Identifier site;
    private final List<TenantSet> registry;

    public Ownership(Identifier site, List<TenantSet> registry) {
        this.site = site;
        this.registry = List.copyOf(registry);
    }

    /// The targets of a drill of that tenant.
    public Selection select(TenantSet tenant, Action.Drill action, Sight sight) {
        var mine = siteOf(tenant);
        if (tenant.status() != TenantSet.Status.ACTIVE || mine.isEmpty()) {
            return new Selection.Refused(Reason.NOT_YOURS, "The registry lists nothing of this tenant on this site.");
        }
        if (action.project().isPresent()) {
            return selectProject(tenant, mine.get(), action.project().get(), sight);
        }
        var targets = new ArrayList<Container>();
        for (var name : new java.util.LinkedHashSet<>(action.containers())) {
            var found = sight.named(name).filter(container -> owns(tenant, container));
            if (found.isEmpty()) {
                return new Selection.Refused(Reason.NOT_YOURS, notYours("container"));
            }
            targets.add(found.get());
        }
        return fit(tenant, targets, sight);
    }

    /// Names of the containers that this tenant may know of: those in the registry, there or not, and those of its projects.
    public Set<String> visible(TenantSet tenant, Sight sight) {
        var names = new HashSet<String>();
        siteOf(tenant).ifPresent(mine -> {
            names.addAll(mine.containers());
            sight.all().stream().filter(container -> owns(tenant, container)).map(Container::name)
                    .forEach(names::add);
        });
        return names;
    }

    private Selection selectProject(TenantSet tenant, Site mine, String project, Sight sight) {
        var all = sight.all().stream().filter(one -> one.compose().project().filter(project::equals).isPresent())
                .toList();
        if (!mine.projects().contains(project) || all.isEmpty()
                || !all.stream().allMatch(one -> owns(tenant, one))) {
            return new Selection.Refused(Reason.NOT_YOURS, notYours("project"));
        }
        return fit(tenant, all.stream().filter(Container::running).toList(), sight);
    }

    /// What speaks against acting on these targets now, though it did not when the drill began: the registry, or who uses them, changed.
    public Optional<Selection.Refused> objection(TenantSet tenant, List<Target> targets, Sight sight) {
        var present = targets.stream().flatMap(target -> sight.of(target).stream()).toList();
        return siteOf(tenant).isPresent() && tenant.status() == TenantSet.Status.ACTIVE
                && present.stream().allMatch(one -> owns(tenant, one))
                        ? foreign(tenant, present, sight)
                        : Optional.of(new Selection.Refused(Reason.NOT_YOURS, notYours("target")));
    }

    private Selection fit(TenantSet tenant, List<Container> targets, Sight sight) {
        if (targets.isEmpty() || targets.size() > TARGETS_AT_MOST) {
            return new Selection.Refused(Reason.ENGINE, "A drill has 1 to " + TARGETS_AT_MOST + " running targets.");
        }
        var unfit = targets.stream().flatMap(one -> unfit(one).stream()).findFirst();
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return foreign(tenant, targets, sight).<Selection>map(no -> no)
                .orElseGet(() -> new Selection.Chosen(Order.ofStart(targets)));
    }

    private Optional<Selection.Refused> foreign(TenantSet tenant, List<Container> targets, Sight sight) {
        return targets.stream().filter(one -> Dependants.of(List.of(one), sight).stream()
                .anyMatch(other -> !owns(tenant, other))).findFirst()
                .map(one -> new Selection.Refused(Reason.FOREIGN_DEPENDANTS, "Something outside of this tenant uses a"
                        + " network, a volume or a namespace of " + one.name() + "."));
    }

    private static Optional<Selection> unfit(Container target) {
        if (target.protectedPart()) {
            return Optional.of(new Selection.Refused(Reason.NOT_YOURS, notYours("container")));
        }
        if (!target.running()) {
            return Optional.of(new Selection.Refused(Reason.ENGINE, target.name() + " is " + target.status()
                    + ": a drill begins with running targets."));
        }
        if (target.removesItself()) {
            return Optional.of(new Selection.Refused(Reason.ENGINE, target.name()
                    + " removes itself and its anonymous volumes when it stops: a drill would lose them."));
        }
        if (!target.links().joins().isEmpty()) {
            return Optional.of(new Selection.Refused(Reason.ENGINE, target.name()
                    + " lives in the namespace of another container, which a rebuild would not find again."));
        }
        return Optional.empty();
    }

    /// Whether the container is that tenant's, and nobody else's.
    public boolean owns(TenantSet tenant, Container container) {
        return claims(tenant, container)
                && registry.stream().noneMatch(other -> !other.tenantId().equals(tenant.tenantId())
                        && claims(other, container));
    }

    private boolean claims(TenantSet tenant, Container container) {
        return siteOf(tenant).filter(mine -> mine.containers().contains(container.name())
                || container.compose().project().filter(mine.projects()::contains).isPresent()).isPresent();
    }

    private Optional<Site> siteOf(TenantSet tenant) {
        return tenant.site(Optional.of(site.value()));
    }

    private static String notYours(String what) {
        return "The registry does not list this " + what + " as the tenant's own on this site, or there is none.";
    }
}
