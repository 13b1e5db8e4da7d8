package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;

/// The tenant's whole list of locks.
///
/// @param version rises by one with each change; an older one never replaces a newer
public record LocksChanged(long version, List<Lock> locks) implements Event {

    /// The lock that holds this worker, be it his own or his owner's.
    public Optional<Lock> holding(Identifier worker, Optional<Identifier> owner) {
        return locks.stream().filter(lock -> switch (lock.scope()) {
            case WORKER -> lock.name().equals(worker);
            case OWNER -> owner.filter(lock.name()::equals).isPresent();
        }).findFirst();
    }
}
