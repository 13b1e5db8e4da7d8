package dev.wingman.platform.identity;

import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Identifier;

/// The caller of the present request, checked: his tenant is known, and active unless the call is
/// [KeptWhileSuspended]; his ids are well-formed, his roles do not mix worker and human.
@RequestScoped
public class Caller {

    private @Nullable Identifier tenant;
    private @Nullable Identifier subject;
    private @Nullable Identifier worker;
    private Set<String> roles = Set.of();

    void is(Identifier whoseTenant, Identifier whoseSubject, Identifier whoseWorker, Set<String> whoseRoles) {
        tenant = whoseTenant;
        subject = whoseSubject;
        worker = whoseWorker;
        roles = Set.copyOf(whoseRoles);
    }

    public Identifier tenant() {
        return known(tenant);
    }

    public Identifier subject() {
        return known(subject);
    }

    /// The worker's id: the claim `worker_id`, else the subject.
    public Identifier worker() {
        return known(worker);
    }

    public Set<String> roles() {
        return roles;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /// A worker sees his own things alone; a human of the tenant sees all of it.
    public boolean maySee(Identifier whose) {
        return !has(Role.WORKER) || worker().equals(whose);
    }

    private static Identifier known(@Nullable Identifier value) {
        if (value == null) {
            throw new IllegalStateException("a call without authentication reached a story");
        }
        return value;
    }
}
