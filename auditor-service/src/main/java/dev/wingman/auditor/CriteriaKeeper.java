package dev.wingman.auditor;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Transaction;

/// Keeps what accepted instructions will be judged by, as it was fixed at admission.
@ApplicationScoped
public class CriteriaKeeper {

    private final CriteriaBook book;

    CriteriaKeeper(CriteriaBook book) {
        this.book = book;
    }

    public Uni<Void> keep(Transaction transaction, List<Inbox.Arrival> arrivals) {
        var accepted = arrivals.stream()
                .flatMap(arrival -> arrival.envelope().as(InstructionAccepted.class).stream()).toList();
        return accepted.isEmpty() ? Uni.createFrom().voidItem() : book.keep(transaction, accepted);
    }
}
