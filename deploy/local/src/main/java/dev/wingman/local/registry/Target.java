package dev.wingman.local.registry;

import java.util.regex.Pattern;

import dev.wingman.local.LocalFault;
import dev.wingman.local.stack.LocalState;

/// What a tenant may have drilled.
///
/// @param list the registry's list where it stands
public record Target(String list, String name) {

    private static final String CONTAINERS = "containers";
    private static final Pattern CONTAINER = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public static Target container(String name) {
        return checked(CONTAINERS, name, CONTAINER);
    }

    public static Target project(String name) {
        return checked("projects", name, PROJECT);
    }

    public boolean isContainer() {
        return list.equals(CONTAINERS);
    }

    /// Makes it the tenant's own at the stack's site; everybody knows when this returns. The tenant must be registered.
    public void allow(String tenant, LocalState state) {
        var registry = new Registry(state);
        if (registry.find(tenant).isEmpty()) {
            throw new LocalFault(Registration.noTenant(tenant, "SUBJECT", "ROLE"));
        }
        registry.change(tenant, entry -> Registration.own(entry, state.site(), this));
    }

    private static Target checked(String list, String name, Pattern pattern) {
        if (!pattern.matcher(name).matches()) {
            throw new LocalFault("`" + name + "` is no name that Docker gives to " + list);
        }
        return new Target(list, name);
    }
}
