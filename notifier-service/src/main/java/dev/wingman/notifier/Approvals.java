package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.domain.CardText;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.Progress;
import dev.wingman.platform.events.Transaction;

/// Our own copy of the approvals that humans are asked for. It serves cards and commands; nothing is decided by it.
public interface Approvals {

    /// An approval as we know it.
    record Held(Identifier tenant, String environment, ApprovalCard card, String cardDigest, Progress progress) {

        UUID id() {
            return card.approvalId();
        }

        boolean isOpen() {
            return progress.ending().isEmpty();
        }

        Content content() {
            return CardText.of(environment, tenant, card, cardDigest, progress);
        }

        Held now(Progress changed) {
            return new Held(tenant, environment, card, cardDigest, changed);
        }
    }

    /// Whether it is new.
    Uni<Boolean> add(Transaction transaction, Held approval);

    /// For change: nobody else changes it before the commit.
    Uni<Optional<Held>> find(Transaction transaction, Identifier tenant, UUID approval);

    /// The approval of a stage, for change.
    Uni<Optional<Held>> ofStage(Transaction transaction, Identifier tenant, UUID stage);

    Uni<Void> save(Transaction transaction, Held approval);

    /// The oldest first.
    Uni<List<Held>> open(Transaction transaction, Set<Identifier> tenants, int most);

    /// Whose id begins so; two at most, since more than one is too many.
    Uni<List<Held>> named(Transaction transaction, Set<Identifier> tenants, String start);
}
