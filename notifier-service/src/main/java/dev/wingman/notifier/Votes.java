package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.notifier.domain.CardText;
import dev.wingman.notifier.domain.Content;
import dev.wingman.platform.events.Transaction;

/// Votes that are written. They name the card that stands in that chat: nobody votes on what he was not shown.
@ApplicationScoped
class Votes {

    private static final int LONGEST_REASON = 1000;

    private final Deliveries deliveries;
    private final Approvals approvals;
    private final Answers answers;
    private final Submissions submissions;

    Votes(Deliveries deliveries, Approvals approvals, Answers answers, Submissions submissions) {
        this.deliveries = deliveries;
        this.approvals = approvals;
        this.answers = answers;
        this.submissions = submissions;
    }

    Uni<Void> approve(Transaction transaction, Commands.Letter letter, Approvals.Held held, Optional<String> code) {
        return held.card().risk() == Risk.CRITICAL && code.isEmpty()
                ? say(transaction, letter, "This is critical: send /approve " + CardText.shortId(held.id())
                        + " CODE with your one-time code.")
                : vote(transaction, letter, held, Choice.APPROVE, Optional.empty(),
                        code.map(digits -> DecisionSubmitted.proof(letter.update(), digits)));
    }

    Uni<Void> deny(Transaction transaction, Commands.Letter letter, Approvals.Held held, String reason) {
        return vote(transaction, letter, held, Choice.DENY, reason(held, reason), Optional.empty());
    }

    /// The reason that our question asked for.
    Uni<Void> denyAsAsked(Transaction transaction, Commands.Letter letter, Deliveries.Shown question) {
        return approvals.find(transaction, question.tenant(), question.approvalId())
                .chain(found -> found.map(held -> deny(transaction, letter, held, letter.said().text()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> vote(Transaction transaction, Commands.Letter letter, Approvals.Held held, Choice choice,
            Optional<String> reason, Optional<String> proof) {
        return held.progress().ending()
                .map(ending -> say(transaction, letter, "Already decided: " + ending.said() + "."))
                .orElseGet(() -> deliveries
                        .cardIn(transaction, held.tenant(), held.id(), letter.said().sender().chat())
                        .chain(card -> card.map(seen -> submit(transaction, letter, held, new DecisionSubmitted.Vote(
                                held.id(), choice, seen.cardDigest(), reason, proof)))
                                .orElseGet(() -> say(transaction, letter, "See it first: /show "
                                        + CardText.shortId(held.id())))));
    }

    private Uni<Void> submit(Transaction transaction, Commands.Letter letter, Approvals.Held held,
            DecisionSubmitted.Vote vote) {
        return submissions.submit(transaction, letter.update(), held.tenant(), letter.said().sender(),
                letter.said().message(), vote)
                .chain(() -> say(transaction, letter, "Passed on. The card shows what counts."));
    }

    private Optional<String> reason(Approvals.Held held, String text) {
        var clean = submissions.clean(held.tenant(), text.strip());
        return Optional.of(clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean)
                .filter(some -> !some.isBlank());
    }

    private Uni<Void> say(Transaction transaction, Commands.Letter letter, String text) {
        return answers.say(transaction, letter.tenant(), letter.update(), letter.said().sender(),
                letter.said().message(), List.of(Content.plain(text)));
    }
}
