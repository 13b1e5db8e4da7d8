package dev.wingman.claimlogger;

import java.util.List;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.platform.events.Transaction;

/// The copy of claims and verdicts that people read; fed by what the ledger just took.
public interface ReadCopy {

    Uni<Void> follow(Transaction transaction, List<Envelope<? extends Event>> events);
}
