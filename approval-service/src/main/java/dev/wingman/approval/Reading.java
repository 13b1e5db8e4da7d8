package dev.wingman.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.State;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Verdict;
import dev.wingman.platform.http.Page;

/// What people and workers look up.
public interface Reading {

    /// Which are wanted.
    ///
    /// @param worker whose alone
    record Filter(Optional<State> state, Optional<UUID> instruction, Optional<Identifier> worker) {}

    /// An approval, and what came to it meanwhile.
    ///
    /// @param verdict of the auditor on a release
    record Filed(Approval approval, int escalations, Optional<Verdict> verdict, Optional<String> verdictCause) {}

    /// The newest first; the position is `<opened at>/<approval id>`.
    Uni<List<Filed>> list(Identifier tenant, Filter filter, Page.Request page);

    Uni<Optional<Filed>> find(Identifier tenant, UUID approval);
}
