package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;

/// Who wrote to us, and what about: which updates were taken, where an answer belongs, which Telegram user is which operator.
public interface Correspondence {

    /// Where the answer to a submission belongs.
    ///
    /// @param message what it answers
    record Submission(UUID submissionId, Identifier tenant, long user, long chat, long message, boolean link) {}

    /// A Telegram user who is an operator of a tenant, by the approval service's word.
    record Link(Identifier tenant, Identifier operator) {}

    /// Notes that an update was taken; false if it was before.
    Uni<Boolean> first(Transaction transaction, UUID update);

    Uni<Void> note(Transaction transaction, Submission submission);

    Uni<Optional<Submission>> find(Transaction transaction, Identifier tenant, UUID submission);

    /// The latest attempt of this user to link himself in this tenant.
    Uni<Optional<Submission>> latestLink(Transaction transaction, Identifier tenant, long user);

    /// An operator is one user at most, and a user one operator of a tenant.
    Uni<Void> link(Transaction transaction, Identifier tenant, Identifier operator, long user);

    Uni<List<Link>> links(Transaction transaction, long user);
}
