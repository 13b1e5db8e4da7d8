package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.notifier.Deliveries.Kind;
import dev.wingman.notifier.Deliveries.Planned;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.Plain;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.events.Transaction;

/// Answers whoever wrote or pressed.
@ApplicationScoped
class Answers {

    /// In whose name strangers are answered.
    static final Identifier NOBODY = new Identifier("wingman");

    private static final int LONGEST = 1000;

    private final Deliveries deliveries;
    private final Correspondence correspondence;

    Answers(Deliveries deliveries, Correspondence correspondence) {
        this.deliveries = deliveries;
        this.correspondence = correspondence;
    }

    /// A message under what somebody wrote.
    Uni<Void> say(Transaction transaction, Identifier tenant, UUID update, Update.Sender to, long message,
            List<Content> contents) {
        var planned = new java.util.ArrayList<Planned>();
        for (var content : contents) {
            planned.add(new Planned(Ids.derived(update, "answer/" + planned.size()), tenant, Kind.ANSWER, update,
                    Optional.of(to.chat()), content.answering(message), Optional.empty(), Optional.empty(),
                    Optional.empty()));
        }
        return deliveries.plan(transaction, planned);
    }

    /// What the presser sees at once.
    Uni<Void> press(Transaction transaction, Identifier tenant, UUID update, Update.Pressed pressed, Content content) {
        return deliveries.plan(transaction, List.of(new Planned(Ids.derived(update, "press"), tenant, Kind.PRESS,
                update, Optional.of(pressed.sender().chat()), content, Optional.empty(),
                Optional.of(pressed.callbackId()), Optional.empty())));
    }

    /// Tells the sender why something does not count. Of a link nothing is told: whoever guesses learns nothing.
    Uni<Void> refused(Transaction transaction, Envelope<? extends Event> cause, VoteRefused refused) {
        return refused.submission().map(submission -> correspondence.find(transaction, cause.tenant(), submission))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.filter(submission -> !submission.link())
                        .map(submission -> reply(transaction, cause, submission, "Not counted: " + refused.detail()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> linked(Transaction transaction, Envelope<? extends Event> cause, OperatorLinked linked) {
        return correspondence.link(transaction, cause.tenant(), linked.operator(), linked.telegramUser())
                .chain(() -> correspondence.latestLink(transaction, cause.tenant(), linked.telegramUser()))
                .chain(found -> found
                        .map(submission -> reply(transaction, cause, submission, "You are now " + linked.operator()
                                + " of " + cause.tenant() + "."))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> reply(Transaction transaction, Envelope<? extends Event> cause,
            Correspondence.Submission submission, String text) {
        return deliveries.plan(transaction, List.of(new Planned(Ids.derived(cause.id(), "reply"), cause.tenant(),
                Kind.ANSWER, submission.submissionId(), Optional.of(submission.chat()),
                Content.plain(Plain.line(text, LONGEST)).answering(submission.message()),
                Optional.empty(), Optional.empty(), cause.traceparent())));
    }
}
