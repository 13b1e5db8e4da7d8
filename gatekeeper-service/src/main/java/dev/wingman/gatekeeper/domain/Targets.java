package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;

/// Whether what an instruction aims at is the tenant's own. Everything else does not exist for it; names are compared whole.
record Targets(TenantSet tenant) {

    List<Violation> faults(Draft draft) {
        var site = tenant.site(draft.site().map(Passage::text));
        if (site.isEmpty() && draft.site().isPresent()) {
            return List.of(new Violation("instruction/site-unknown", draft.site().get().pointer(),
                    "The tenant has no such site: name one of the registry's, or none for the default."));
        }
        return switch (draft.action()) {
            case Action.None _ -> List.of();
            case Action.Command _ -> List.of();
            case Action.Drill drill -> site.map(own -> foreign(drill, own, draft)).orElse(List.of(
                    new Violation("drill/no-site", draft.actionPointer(), "The tenant has no site to drill on.")));
        };
    }

    private static List<Violation> foreign(Action.Drill drill, TenantSet.Site own, Draft draft) {
        var faults = new ArrayList<Violation>();
        if (drill.project().filter(project -> !own.projects().contains(project)).isPresent()) {
            faults.add(notYours(draft, "/project"));
        }
        for (var index = 0; index < drill.containers().size(); index++) {
            if (!own.containers().contains(drill.containers().get(index))) {
                faults.add(notYours(draft, "/containers/" + index));
            }
        }
        return faults;
    }

    private static Violation notYours(Draft draft, String below) {
        return new Violation("drill/not-yours",
                draft.document().isPresent() ? draft.actionPointer() : draft.actionPointer() + below,
                "The registry does not name it as the tenant's own on this site; an admin may add it.");
    }
}
