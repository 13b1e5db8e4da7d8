package dev.wingman.gatekeeper.domain.policy;

import java.util.List;

/// A tenant's rules, ready to be asked. Asking costs no more than a small multiple of the texts' length, whatever they say.
@FunctionalInterface
public interface Rules {

    /// Where a tenant wrote none.
    Rules NONE = _ -> List.of();

    /// What each rule that does not stay silent says, in their order.
    List<Ruling> judge(Facts facts);
}
