package dev.wingman.approval;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Electorate;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.approval.domain.Totp;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.TenantSet;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;

/// Which Telegram account is which operator, and the second factor of each.
@ApplicationScoped
public class Operators {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int CODE_BYTES = 15;

    /// A code to send to the bot, once.
    public record LinkCode(String code, String command, Instant expiresAt) {}

    /// Shown once: nobody can ask for it again.
    public record Enrolment(String secret, String otpauthUri) {}

    /// An operator of the registry, and what he has.
    public record View(Identifier operator, String level, boolean linked, Optional<Instant> linkedAt,
            boolean totp) {}

    private final People people;
    private final Voting voting;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Registry registry;
    private final ApprovalSettings settings;

    Operators(People people, Voting voting, Outbox outbox, Envelopes envelopes, Registry registry,
            ApprovalSettings settings) {
        this.people = people;
        this.voting = voting;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.registry = registry;
        this.settings = settings;
    }

    /// Whether the registry has him as an operator; without a known registry nobody can tell.
    public boolean isOperator(Identifier tenant, Identifier who) {
        return Electorate.isOperator(registry.of(tenant), who);
    }

    /// The code begins with its tenant, since whoever sends it to the bot belongs to none yet: `TENANT.RANDOM`.
    public Uni<LinkCode> offerCode(Identifier tenant, Identifier operator) {
        var code = tenant + "." + Totp.base32(random(CODE_BYTES));
        return people.offer(tenant, operator, Digests.ofCanonical(code), settings.linkCodeLives())
                .map(until -> new LinkCode(code, "/link " + code, until));
    }

    public Uni<Enrolment> enrol(Identifier tenant, Identifier operator) {
        var secret = random(SECRET_BYTES);
        var typed = new Totp(secret).typed();
        var label = URLEncoder.encode("Wingman:" + operator + "@" + tenant, StandardCharsets.UTF_8);
        var uri = "otpauth://totp/" + label + "?secret=" + typed
                + "&issuer=Wingman&algorithm=SHA1&digits=6&period=30";
        return people.enrol(tenant, operator, secret).replaceWith(new Enrolment(typed, uri));
    }

    public Uni<List<View>> list(Identifier tenant) {
        var entry = registry.of(tenant);
        return people.ties(tenant).map(ties -> {
            var known = ties.stream().collect(Collectors.toMap(People.Ties::operator, Function.identity()));
            return entry.operators().stream().map(operator -> view(operator, Optional.ofNullable(
                    known.get(operator.subject())))).toList();
        });
    }

    /// Whoever knows the code is the operator who asked for it, as long as the registry still has him. A code that others have read
    /// links nobody any more.
    Uni<Void> link(Transaction transaction, Envelope<DecisionSubmitted> submitted, DecisionSubmitted.Link wish) {
        var tenant = submitted.tenant();
        var user = submitted.event().telegramUser();
        var taken = people.takeCode(transaction, tenant, wish.codeDigest());
        if (submitted.event().isPublic()) {
            return taken.chain(() -> refuse(transaction, submitted, Rule.LINK_CODE_SEEN,
                    "Others have read this code: it counts no more."));
        }
        return taken.chain(found -> found.filter(who -> isOperator(tenant, who))
                .map(who -> people.linked(transaction, tenant, user)
                        .chain(holder -> holder.filter(other -> !other.equals(who)).isPresent()
                                ? refuse(transaction, submitted, Rule.LINK_TAKEN,
                                        "This Telegram account is another operator's.")
                                : link(transaction, submitted, who)))
                .orElseGet(() -> refuse(transaction, submitted, Rule.LINK_CODE_UNKNOWN,
                        "This code is wrong, used, or too old.")));
    }

    private Uni<Void> refuse(Transaction transaction, Envelope<DecisionSubmitted> submitted, Rule rule, String why) {
        return voting.tell(transaction, submitted, Optional.empty(), Optional.empty(), new Refusal(rule, why));
    }

    private Uni<Void> link(Transaction transaction, Envelope<DecisionSubmitted> submitted, Identifier who) {
        var user = submitted.event().telegramUser();
        return people.link(transaction, submitted.tenant(), who, user).chain(() -> outbox.add(transaction,
                List.of(envelopes.caused(submitted, who.value(), new OperatorLinked(who, user)))));
    }

    private static View view(TenantSet.Operator operator, Optional<People.Ties> ties) {
        var linkedAt = ties.flatMap(People.Ties::linkedAt);
        return new View(operator.subject(), operator.level(), linkedAt.isPresent(), linkedAt,
                ties.flatMap(People.Ties::enrolledAt).isPresent());
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
