package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.notifier.domain.Callback;
import dev.wingman.notifier.domain.CardText;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.DetailsText;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.events.Transaction;

/// Takes presses of buttons. A press counts only for the card that stands in that very message, in a chat that is the tenant's now.
@ApplicationScoped
class Presses {

    private static final Content FOREIGN = Content.plain("This button does not belong to a card of this chat.")
            .insisting();

    private final Deliveries deliveries;
    private final Correspondence correspondence;
    private final Approvals approvals;
    private final Chats chats;
    private final Answers answers;
    private final Submissions submissions;

    Presses(Deliveries deliveries, Correspondence correspondence, Approvals approvals, Chats chats, Answers answers,
            Submissions submissions) {
        this.deliveries = deliveries;
        this.correspondence = correspondence;
        this.approvals = approvals;
        this.chats = chats;
        this.answers = answers;
        this.submissions = submissions;
    }

    /// A press under a card of ours.
    private record Genuine(UUID update, Update.Pressed pressed, Callback callback, Approvals.Held held) {}

    Uni<Void> take(Transaction transaction, UUID update, Update.Pressed pressed) {
        return genuine(transaction, update, pressed).chain(found -> found.map(press -> act(transaction, press))
                .orElseGet(() -> answers.press(transaction, Answers.NOBODY, update, pressed, FOREIGN)));
    }

    private Uni<Optional<Genuine>> genuine(Transaction transaction, UUID update, Update.Pressed pressed) {
        var callback = Callback.read(pressed.data());
        return correspondence.links(transaction, pressed.sender().user())
                .map(links -> chats.tenantsOf(pressed.sender(), links))
                .chain(tenants -> shownTo(transaction, tenants, pressed)
                        .map(shown -> shown.filter(card -> card.kind() == Deliveries.Kind.CARD)
                                .filter(card -> tenants.contains(card.tenant()))
                                .filter(card -> callback.filter(
                                        data -> data.isOf(card.approvalId(), card.cardDigest())).isPresent())))
                .chain(shown -> shown.map(card -> approvals.find(transaction, card.tenant(), card.approvalId()))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(held -> held.flatMap(one -> callback.map(data -> new Genuine(update, pressed, data, one))));
    }

    /// A stranger's press is not looked up: a message may have to be waited for, and everybody's votes wait with it.
    private Uni<Optional<Deliveries.Shown>> shownTo(Transaction transaction, Set<Identifier> tenants,
            Update.Pressed pressed) {
        return tenants.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : deliveries.shownBy(transaction, pressed.sender().chat(), pressed.message());
    }

    private Uni<Void> act(Transaction transaction, Genuine press) {
        var held = press.held();
        var over = held.progress().ending().filter(_ -> press.callback().kind() != Callback.Kind.DETAILS);
        return over.map(ending -> tell(transaction, press, Content.plain("Already decided: " + ending.said() + ".")
                .insisting())).orElseGet(() -> switch (press.callback().kind()) {
                    case APPROVE -> approve(transaction, press);
                    case DENY -> ask(transaction, press);
                    case DETAILS -> details(transaction, press);
                });
    }

    private Uni<Void> approve(Transaction transaction, Genuine press) {
        var held = press.held();
        if (held.card().risk() == Risk.CRITICAL) {
            return tell(transaction, press, Content.plain("This is critical: send /approve "
                    + CardText.shortId(held.id()) + " CODE with your one-time code.").insisting());
        }
        var vote = new DecisionSubmitted.Vote(held.id(), Choice.APPROVE, held.cardDigest(), Optional.empty(),
                Optional.empty());
        return submissions.submit(transaction, press.update(), held.tenant(), press.pressed().sender(),
                press.pressed().message(), vote)
                .chain(() -> tell(transaction, press, Content.plain("Passed on. The card shows what counts.")));
    }

    /// A no needs a reason: the answer to this question is the vote.
    private Uni<Void> ask(Transaction transaction, Genuine press) {
        var held = press.held();
        var question = Content.plain("Why not? Answer this message with the reason, or send /deny "
                + CardText.shortId(held.id()) + " REASON.").answering(press.pressed().message()).insisting();
        var planned = new Deliveries.Planned(Ids.derived(press.update(), "question"), held.tenant(),
                Deliveries.Kind.QUESTION, held.id(), Optional.of(press.pressed().sender().chat()), question,
                Optional.of(held.cardDigest()), Optional.empty(), Optional.empty());
        return deliveries.plan(transaction, List.of(planned))
                .chain(() -> tell(transaction, press, Content.plain("Say why: answer my question.")));
    }

    private Uni<Void> details(Transaction transaction, Genuine press) {
        var held = press.held();
        return answers.say(transaction, held.tenant(), press.update(), press.pressed().sender(),
                press.pressed().message(), DetailsText.of(held.card(), held.cardDigest()))
                .chain(() -> tell(transaction, press, Content.plain("Here they come.")));
    }

    private Uni<Void> tell(Transaction transaction, Genuine press, Content content) {
        return answers.press(transaction, press.held().tenant(), press.update(), press.pressed(), content);
    }
}
