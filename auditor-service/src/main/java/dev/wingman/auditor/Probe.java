package dev.wingman.auditor;

import dev.wingman.auditor.domain.Observation;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Looks at one type of predicate. It may block; whoever calls it has an eye on the time, and interrupts.
public interface Probe<P extends Predicate> {

    Class<P> type();

    /// The witness, such as `file`.
    String name();

    /// What is there now. What it cannot see, or must not, is [Observation.Unseen].
    Observation look(P predicate, Site site) throws InterruptedException;
}
