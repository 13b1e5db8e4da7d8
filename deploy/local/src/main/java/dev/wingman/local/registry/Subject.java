package dev.wingman.local.registry;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.wingman.local.LocalFault;

/// Whom a token is for.
///
/// @param owner the human who answers for a worker; a worker that names none answers for itself
public record Subject(String tenant, String name, String role, Optional<String> owner) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern ROLE = Pattern.compile("worker|operator|sre|admin");

    public Subject {
        check(ID, tenant, "tenant");
        check(ID, name, "subject");
        owner.ifPresent(id -> check(ID, id, "owner"));
        if (!ROLE.matcher(role).matches()) {
            throw new LocalFault("no role `" + role + "`: there are worker, operator, sre, admin");
        }
    }

    private static void check(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new LocalFault("`%s` cannot be a %s: lower case letters, digits, `.`, `_` and `-`, at most 63"
                    .formatted(value, what));
        }
    }
}
