package dev.wingman.notifier;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// Passes on what somebody wants, for the approval service to judge. Nothing is judged here.
@ApplicationScoped
class Submissions {

    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Correspondence correspondence;

    Submissions(Outbox outbox, Envelopes envelopes, Correspondence correspondence) {
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.correspondence = correspondence;
    }

    /// The update's id is also the submission's: a repeat of the update is the same event.
    Uni<Void> submit(Transaction transaction, UUID update, Identifier tenant, Update.Sender sender, long message,
            DecisionSubmitted.Wish wish) {
        var event = new DecisionSubmitted(sender.user(), sender.chat(), wish);
        var submission = new Correspondence.Submission(update, tenant, sender.user(), sender.chat(), message,
                wish instanceof DecisionSubmitted.Link);
        return correspondence.note(transaction, submission)
                .chain(() -> outbox.add(transaction, List.of(envelopes.first(update, tenant, subject(wish), event))));
    }

    /// A reason without its secrets.
    String clean(Identifier tenant, String reason) {
        return Screening.standard()
                .redact(reason, FingerprintKey.ofTenant(envelopes.fingerprintSecret(), tenant.value())).text();
    }

    private static String subject(DecisionSubmitted.Wish wish) {
        return switch (wish) {
            case DecisionSubmitted.Vote vote -> vote.approvalId().toString();
            case DecisionSubmitted.Link _ -> "link";
            case DecisionSubmitted.Release release -> release.worker().value();
        };
    }
}
