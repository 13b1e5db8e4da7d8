package dev.wingman.local.registry;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A tenant's registry entry with a subject in it.
final class Registration {

    static final ObjectMapper JSON = new ObjectMapper();

    private Registration() {}

    /// The first entry of a tenant: tier `standard`, one site whose auditor may look into `roots`.
    static ObjectNode fresh(String tenant, String site, List<String> roots) {
        var entry = JSON.createObjectNode().put("tenant_id", tenant).put("tier", "standard").put("status", "active");
        entry.putArray("workers");
        entry.putArray("operators");
        entry.putArray("chats");
        entry.putArray("sites");
        place(entry, site, roots).put("default", true);
        return entry;
    }

    private static ObjectNode place(ObjectNode entry, String site, List<String> roots) {
        var place = entry.withArray("sites").addObject().put("name", site);
        roots.forEach(place.putArray("roots")::add);
        place.putArray("hosts");
        place.putArray("projects");
        place.putArray("containers");
        return place;
    }

    /// Adds the subject to the list of its role; false when it is there already, or its role has no list.
    static boolean add(ObjectNode entry, Subject subject) {
        return switch (subject.role()) {
            case "worker" -> addTo(entry, "workers", "worker", subject.name(), "owner",
                    subject.owner().orElse(subject.name()));
            case "operator" -> addTo(entry, "operators", "subject", subject.name(), "level", "standard");
            default -> false;
        };
    }

    /// Who is missing in what the registry has of the tenant, and which command adds him. The roles that have no list need
    /// the tenant alone.
    static Optional<String> unknown(Optional<ObjectNode> entry, Subject subject) {
        if (entry.isEmpty()) {
            return Optional.of(noTenant(subject.tenant(), subject.name(), subject.role()));
        }
        if (List.of("admin", "sre").contains(subject.role())
                && names(entry.get(), "workers", "worker").contains(subject.name())) {
            return Optional
                    .of("`%s` is a worker of %s, and no worker is an %s: give another --as".formatted(subject.name(),
                            subject.tenant(), subject.role()));
        }
        var names = switch (subject.role()) {
            case "worker" -> names(entry.get(), "workers", "worker");
            case "operator" -> names(entry.get(), "operators", "subject");
            default -> List.of(subject.name());
        };
        return names.contains(subject.name())
                ? Optional.empty()
                : Optional.of("%s has no %s `%s`%s: `%s` registers one".formatted(subject.tenant(), subject.role(),
                        subject.name(), names.isEmpty() ? "" : " (but " + String.join(", ", names) + ")",
                        command(subject.tenant(), subject.name(), subject.role())));
    }

    static String noTenant(String tenant, String subject, String role) {
        return "there is no tenant `%s` here: `%s` registers it".formatted(tenant, command(tenant, subject, role));
    }

    private static String command(String tenant, String subject, String role) {
        return "wingman token --tenant " + tenant + " --subject " + subject + " --role " + role;
    }

    private static List<String> names(ObjectNode entry, String list, String key) {
        return entry.path(list).valueStream().map(member -> member.path(key).asText()).toList();
    }

    /// Makes a container, or a compose project with all of its containers, the tenant's own at that site; false when it is already.
    static boolean own(ObjectNode entry, String site, Target target) {
        for (var place : entry.withArray("sites")) {
            if (place.path("name").asText().equals(site) && place instanceof ObjectNode known) {
                return addTo(known, target.list(), target.name());
            }
        }
        var place = place(entry, site, List.of()).put("default", entry.path("sites").size() == 1);
        return addTo(place, target.list(), target.name());
    }

    private static boolean addTo(ObjectNode place, String list, String name) {
        var names = place.withArray(list);
        for (var one : names) {
            if (one.asText().equals(name)) {
                return false;
            }
        }
        names.add(name);
        return true;
    }

    private static boolean addTo(ObjectNode entry, String list, String key, String name, String more, String value) {
        var members = entry.withArray(list);
        for (var member : members) {
            if (member.path(key).asText().equals(name)) {
                return false;
            }
        }
        members.addObject().put(key, name).put(more, value);
        return true;
    }
}
