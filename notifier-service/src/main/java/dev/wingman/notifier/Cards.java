package dev.wingman.notifier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalEscalated;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.VoteRecorded;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.notifier.domain.Progress;
import dev.wingman.notifier.domain.ReportText;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.Transaction;

/// Keeps each approval's cards as the approval is: asked, counted, decided, carried out.
@ApplicationScoped
public class Cards {

    private final Approvals approvals;
    private final Deliveries deliveries;
    private final Notifier notifier;
    private final Answers answers;

    Cards(Approvals approvals, Deliveries deliveries, Notifier notifier, Answers answers) {
        this.approvals = approvals;
        this.deliveries = deliveries;
        this.notifier = notifier;
        this.answers = answers;
    }

    /// Takes events of the topics `approvals` and `executions`.
    public Uni<Void> take(Transaction transaction, List<Arrival> arrivals) {
        var all = Uni.createFrom().voidItem();
        for (var arrival : arrivals) {
            all = all.chain(() -> take(transaction, arrival.envelope()));
        }
        return all;
    }

    private Uni<Void> take(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case ApprovalRequested requested -> ask(transaction, envelope, requested);
            case VoteRecorded vote -> change(transaction, envelope, vote.approvalId(), before -> counted(before, vote));
            case ApprovalDecided decided -> change(transaction, envelope, decided.approvalId(),
                    before -> before.ended(decided));
            case GrantRefused refused -> change(transaction, envelope, refused.approvalId(),
                    before -> before.noted("No grant: " + refused.detail()));
            case ApprovalEscalated escalated -> tellAgain(transaction, envelope, escalated);
            case VoteRefused refused -> answers.refused(transaction, envelope, refused);
            case OperatorLinked linked -> answers.linked(transaction, envelope, linked);
            case StageFinished finished -> stage(transaction, envelope, finished.of(), ReportText.note(finished));
            case StageRefused refused -> stage(transaction, envelope, refused.of(), ReportText.note(refused));
            case DrillFinished drill -> deliveries.plan(transaction, notifier.toAll(envelope, Deliveries.Kind.REPORT,
                    drill.drillId(), ReportText.of(envelope.environment(), envelope.tenant(), drill),
                    Optional.empty()));
            default -> Uni.createFrom().voidItem();
        };
    }

    /// Where policy decides, nobody is asked.
    private Uni<Void> ask(Transaction transaction, Envelope<? extends Event> envelope, ApprovalRequested requested) {
        var held = new Approvals.Held(envelope.tenant(), envelope.environment(), requested.card(),
                requested.cardDigest(), Progress.fresh());
        return requested.card().quorum() == 0
                ? Uni.createFrom().voidItem()
                : approvals.add(transaction, held)
                        .chain(fresh -> fresh ? send(transaction, envelope, held) : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Transaction transaction, Envelope<? extends Event> cause, Approvals.Held held) {
        return deliveries.plan(transaction, notifier.toAll(cause, Deliveries.Kind.CARD, held.id(), held.content(),
                Optional.of(held.cardDigest())));
    }

    private Uni<Void> change(Transaction transaction, Envelope<? extends Event> cause, UUID approval,
            UnaryOperator<Progress> step) {
        return approvals.find(transaction, cause.tenant(), approval)
                .chain(found -> found.map(held -> show(transaction, held.now(step.apply(held.progress()))))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> show(Transaction transaction, Approvals.Held held) {
        return approvals.save(transaction, held)
                .chain(() -> deliveries.revise(transaction, held.tenant(), held.id(), held.content()));
    }

    /// A new message: an edit rings no bell.
    private Uni<Void> tellAgain(Transaction transaction, Envelope<? extends Event> cause, ApprovalEscalated again) {
        return approvals.find(transaction, cause.tenant(), again.approvalId())
                .chain(found -> found.filter(Approvals.Held::isOpen)
                        .map(held -> held.now(held.progress().toldAgain(again.times())))
                        .map(held -> show(transaction, held).chain(() -> send(transaction, cause, held)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> stage(Transaction transaction, Envelope<? extends Event> cause, DrillStage of, String note) {
        return approvals.ofStage(transaction, cause.tenant(), of.stageId())
                .chain(found -> found.map(held -> show(transaction, held.now(held.progress().noted(note))))
                        .orElseGet(() -> deliveries.plan(transaction, notifier.toAll(cause, Deliveries.Kind.REPORT,
                                of.stageId(), ReportText.of(cause.environment(), cause.tenant(), of, note),
                                Optional.empty()))));
    }

    private static Progress counted(Progress before, VoteRecorded vote) {
        return switch (vote.choice()) {
            case APPROVE -> before.approvedBy(vote.operator());
            case DENY -> before;
        };
    }
}
