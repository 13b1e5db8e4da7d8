package dev.wingman.notifier;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Ids;
import dev.wingman.notifier.domain.Allowance;
import dev.wingman.notifier.domain.Content;
import dev.wingman.notifier.domain.Update;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Takes what comes in from Telegram, each update once: that it was taken, what it asks for and what is answered are one transaction.
@ApplicationScoped
public class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final UUID SPACE = UUID.fromString("5d0c6f0e-7c64-5d0e-9a53-2b1c0e7b8a11");
    private static final Content STRANGER = Content
            .plain("I do not know this chat. Operators: /link CODE, with the code that `wingman operators link` gives.");
    private static final Content PRESSED_TOO_MUCH = Content
            .plain("Not taken: too much came from you in this minute. Press again in a minute.").insisting();
    private static final Content WROTE_TOO_MUCH = Content
            .plain("Not taken, nor what you send now: too much came from you in this minute. Send it again in a minute.");
    /// The key of all strangers together.
    private static final long ALL = 0;

    private final Transactions transactions;
    private final Correspondence correspondence;
    private final Presses presses;
    private final Commands commands;
    private final Answers answers;
    private final Chats chats;
    private final Envelopes envelopes;
    private final TelegramSettings settings;
    private final Allowance ofUser = new Allowance(30, Duration.ofMinutes(1));
    private final Allowance ofRefusal = new Allowance(1, Duration.ofMinutes(1));
    private final Allowance ofStranger = new Allowance(1, Duration.ofHours(1));
    private final Allowance ofStrangers = new Allowance(20, Duration.ofMinutes(1));

    Desk(Transactions transactions, Correspondence correspondence, Presses presses, Commands commands,
            Answers answers, Chats chats, Envelopes envelopes, TelegramSettings settings) {
        this.transactions = transactions;
        this.correspondence = correspondence;
        this.presses = presses;
        this.commands = commands;
        this.answers = answers;
        this.chats = chats;
        this.envelopes = envelopes;
        this.settings = settings;
    }

    /// Fails with [Unavailable] when it could not be taken now; it must come again then.
    public Uni<Void> take(Update update) {
        return chats.known()
                ? taken(update).onFailure(failure -> !(failure instanceof Unavailable))
                        .recoverWithUni(failure -> putAside(update, failure))
                : Uni.createFrom().failure(new Unavailable("the registry of tenants is not known"));
    }

    private Uni<Void> taken(Update update) {
        var id = id(update);
        return transactions.in(transaction -> correspondence.first(transaction, id)
                .chain(first -> first ? route(transaction, id, update) : Uni.createFrom().voidItem()));
    }

    /// An update that cannot be taken stops no other. What it said is in no log.
    private Uni<Void> putAside(Update update, Throwable failure) {
        LOG.errorf("event=update-not-taken id=%d reason=%s", update.id(), failure.getClass().getSimpleName());
        return transactions.in(transaction -> correspondence.first(transaction, id(update)).replaceWithVoid());
    }

    private Uni<Void> route(Transaction transaction, UUID id, Update update) {
        return switch (update) {
            case Update.Pressed pressed -> within(pressed.sender())
                    ? presses.take(transaction, id, pressed)
                    : answers.press(transaction, Answers.NOBODY, id, pressed, PRESSED_TOO_MUCH);
            case Update.Said said -> within(said.sender())
                    ? correspondence.links(transaction, said.sender().user())
                            .chain(links -> said(transaction, id, said, links))
                    : tooMuch(transaction, id, said);
            case Update.Other _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> said(Transaction transaction, UUID id, Update.Said said, List<Correspondence.Link> links) {
        var tenants = chats.tenantsOf(said.sender(), links);
        return commands.take(transaction, new Commands.Letter(id, said, tenants, links))
                .chain(known -> known ? Uni.createFrom().voidItem() : stranger(transaction, id, said));
    }

    /// Nobody shall take what was dropped for a vote. Strangers, and what a group says to itself, get no answer.
    private Uni<Void> tooMuch(Transaction transaction, UUID id, Update.Said said) {
        var sender = said.sender();
        var forUs = sender.alone() || said.answers().isPresent() || said.text().startsWith("/");
        return forUs && ofRefusal.take(sender.user(), envelopes.now())
                ? correspondence.links(transaction, sender.user()).map(links -> chats.tenantsOf(sender, links))
                        .chain(tenants -> tenants.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : answers.say(transaction, tenants.iterator().next(), id, sender, said.message(),
                                        List.of(WROTE_TOO_MUCH)))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> stranger(Transaction transaction, UUID id, Update.Said said) {
        var now = envelopes.now();
        return ofStranger.take(said.sender().chat(), now) && ofStrangers.take(ALL, now)
                ? answers.say(transaction, Answers.NOBODY, id, said.sender(), said.message(), List.of(STRANGER))
                : Uni.createFrom().voidItem();
    }

    private boolean within(Update.Sender sender) {
        return ofUser.take(sender.user(), envelopes.now());
    }

    /// The bot's number, which is no secret: numbers of updates are a bot's own.
    private String bot() {
        return TelegramSettings.text(settings.token()).map(token -> token.substring(0, Math.max(0, token.indexOf(':'))))
                .orElse("");
    }

    private UUID id(Update update) {
        return Ids.derived(SPACE, bot() + "/" + update.id());
    }
}
