package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.notifier.domain.Command;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.events.Transaction;

/// Takes what people write: commands, and answers to our questions.
@ApplicationScoped
class Commands {

    private static final String LINK_SENT = "Passed on. If you hear nothing more, the code was wrong or too old: get a new one.";
    private static final String LINK_IN_PUBLIC = "Everybody here has read that code. Get a new one and send it to me alone.";

    private final Deliveries deliveries;
    private final Approvals approvals;
    private final Chats chats;
    private final Answers answers;
    private final Submissions submissions;
    private final Votes votes;
    private final Overview overview;

    Commands(Deliveries deliveries, Approvals approvals, Chats chats, Answers answers, Submissions submissions,
            Votes votes, Overview overview) {
        this.deliveries = deliveries;
        this.approvals = approvals;
        this.chats = chats;
        this.answers = answers;
        this.submissions = submissions;
        this.votes = votes;
        this.overview = overview;
    }

    /// What somebody wrote, and what he may hear of.
    record Letter(UUID update, Update.Said said, Set<Identifier> tenants, List<Correspondence.Link> links) {

        /// In whose name it is answered.
        Identifier tenant() {
            return tenants.stream().findFirst().orElse(Answers.NOBODY);
        }

        Letter of(Set<Identifier> some) {
            return new Letter(update, said, some, links);
        }
    }

    /// False for a stranger who said something to us that is not for strangers.
    Uni<Boolean> take(Transaction transaction, Letter letter) {
        return switch (Command.read(letter.said().text())) {
            case Command.Link link -> link(transaction, letter, link).replaceWith(true);
            case Command.Unclear(var help) when help.isEmpty() -> prose(transaction, letter);
            case Command command when !letter.tenants().isEmpty() -> obey(transaction, letter, command)
                    .replaceWith(true);
            case Command _ -> Uni.createFrom().item(false);
        };
    }

    /// What is no command may answer a question of ours. In a group the rest is not meant for us.
    private Uni<Boolean> prose(Transaction transaction, Letter letter) {
        var sender = letter.said().sender();
        return letter.said().answers().filter(_ -> !letter.tenants().isEmpty())
                .map(message -> deliveries.shownBy(transaction, sender.chat(), message))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(shown -> shown.filter(one -> one.kind() == Deliveries.Kind.QUESTION)
                        .filter(one -> letter.tenants().contains(one.tenant())))
                .chain(shown -> shown
                        .map(question -> votes.denyAsAsked(transaction, letter, question).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(!sender.alone() || !letter.tenants().isEmpty())));
    }

    private Uni<Void> obey(Transaction transaction, Letter letter, Command command) {
        return switch (command) {
            case Command.Pending _ -> approvals.open(transaction, letter.tenants(), Overview.MOST)
                    .chain(open -> say(transaction, letter, overview.pending(open)));
            case Command.Show(var id) -> one(transaction, letter, id, held -> show(transaction, letter, held));
            case Command.Approve(var id, var code) ->
                one(transaction, letter, id, held -> votes.approve(transaction, letter, held, code));
            case Command.Deny(var id, var reason) ->
                one(transaction, letter, id, held -> votes.deny(transaction, letter, held, reason));
            case Command.Status _ -> unlessSuspended(transaction, letter,
                    active -> approvals.open(transaction, active.tenants(), Integer.MAX_VALUE)
                            .chain(open -> say(transaction, active, overview.status(active, open))));
            case Command.Locked _ -> unlessSuspended(transaction, letter,
                    active -> say(transaction, active, overview.locked(active.tenants())));
            case Command.Release(var worker, var reason) ->
                unlessSuspended(transaction, letter, active -> release(transaction, active, worker, reason));
            case Command.Unclear(var help) -> say(transaction, letter, Content.plain("Like this: " + help));
            case Command.Link link -> link(transaction, letter, link);
        };
    }

    /// What a suspended tenant's operators do not keep: approvals are all that they need to bring targets back.
    private Uni<Void> unlessSuspended(Transaction transaction, Letter letter, Function<Letter, Uni<Void>> step) {
        var active = letter.tenants().stream().filter(chats::isActive)
                .collect(Collectors.toCollection(TreeSet::new));
        return active.isEmpty()
                ? say(transaction, letter, Content.plain("The tenant is suspended."))
                : step.apply(letter.of(active));
    }

    /// To strangers too: the code says whose it is. An unknown tenant gets the same answer as a wrong code. One that others have read
    /// is passed on as well, with the chat where it stood: that spends it.
    private Uni<Void> link(Transaction transaction, Letter letter, Command.Link link) {
        var answer = letter.said().sender().alone() ? LINK_SENT : LINK_IN_PUBLIC;
        var tenant = Optional.of(link.tenant()).filter(Identifier::isValid).map(Identifier::new)
                .filter(chats::isActive);
        var submitted = tenant.map(of -> submissions.submit(transaction, letter.update(), of, letter.said().sender(),
                letter.said().message(), new DecisionSubmitted.Link(Digests.ofCanonical(link.code()))))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return submitted.chain(() -> say(transaction, letter, Content.plain(answer)));
    }

    private Uni<Void> one(Transaction transaction, Letter letter, String id,
            Function<Approvals.Held, Uni<Void>> step) {
        return approvals.named(transaction, letter.tenants(), id).chain(found -> switch (found.size()) {
            case 1 -> step.apply(found.getFirst());
            case 0 -> say(transaction, letter, Content.plain("There is no approval " + id + " here. See /pending."));
            default -> say(transaction, letter, Content.plain("More than one begins so: send more of the id."));
        });
    }

    private Uni<Void> show(Transaction transaction, Letter letter, Approvals.Held held) {
        var card = new Deliveries.Planned(Ids.derived(letter.update(), "card"), held.tenant(), Deliveries.Kind.CARD,
                held.id(), Optional.of(letter.said().sender().chat()), held.content(),
                Optional.of(held.cardDigest()), Optional.empty(), Optional.empty());
        return deliveries.plan(transaction, List.of(card));
    }

    private Uni<Void> release(Transaction transaction, Letter letter, String worker, String reason) {
        if (!Identifier.isValid(worker)) {
            return say(transaction, letter, Content.plain("No worker is called so. See /locked."));
        }
        return overview.single(letter).map(tenant -> submissions.submit(transaction, letter.update(), tenant,
                letter.said().sender(), letter.said().message(),
                new DecisionSubmitted.Release(new Identifier(worker), submissions.clean(tenant, reason)))
                .chain(() -> say(transaction, letter, Content.plain("Asked for. A card follows if it may be."))))
                .orElseGet(() -> say(transaction, letter,
                        Content.plain("This chat has several tenants: send it where only one is.")));
    }

    private Uni<Void> say(Transaction transaction, Letter letter, Content content) {
        return answers.say(transaction, letter.tenant(), letter.update(), letter.said().sender(),
                letter.said().message(), List.of(content));
    }
}
