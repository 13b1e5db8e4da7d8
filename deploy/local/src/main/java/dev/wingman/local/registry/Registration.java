package dev.wingman.local.registry;

import java.util.List;

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
        var place = entry.putArray("sites").addObject().put("name", site);
        roots.forEach(place.putArray("roots")::add);
        place.putArray("hosts");
        place.putArray("projects");
        place.putArray("containers");
        place.put("default", true);
        return entry;
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
