package dev.wingman.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.SecondFactor;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;

/// What is remembered of operators: their Telegram account and their second factor.
public interface People {

    /// What an operator has.
    record Ties(Identifier operator, Optional<Instant> linkedAt, Optional<Instant> enrolledAt) {}

    Uni<Optional<Identifier>> linked(Transaction transaction, Identifier tenant, long telegramUser);

    Uni<Void> link(Transaction transaction, Identifier tenant, Identifier operator, long telegramUser);

    /// Keeps a one-time code by its digest, instead of an earlier one; answers until when it lives.
    Uni<Instant> offer(Identifier tenant, Identifier operator, String codeDigest, Duration lives);

    /// Whose code this was; from now on it is nobody's.
    Uni<Optional<Identifier>> takeCode(Transaction transaction, Identifier tenant, String codeDigest);

    /// Held until the transaction ends.
    Uni<Optional<SecondFactor>> factor(Transaction transaction, Identifier tenant, Identifier operator);

    Uni<Void> keep(Transaction transaction, Identifier tenant, Identifier operator, SecondFactor factor);

    /// A new factor instead of an earlier one.
    Uni<Void> enrol(Identifier tenant, Identifier operator, byte[] secret);

    Uni<List<Ties>> ties(Identifier tenant);
}
