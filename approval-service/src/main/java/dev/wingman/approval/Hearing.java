package dev.wingman.approval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Cards;
import dev.wingman.approval.domain.DrillInstruction;
import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.DeadLetters;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Takes what arrives. Whatever needs registry and locks is worked from rows: while nobody knows them it waits, and stops no other.
@ApplicationScoped
public class Hearing {

    private static final int AT_ONCE = 16;
    private static final int OF_ONE_TENANT = 8;
    private static final Duration SOON = Duration.ofMillis(200);

    private final Approvals approvals;
    private final Opening opening;
    private final Voting voting;
    private final Redemptions redemptions;
    private final Releases releases;
    private final Operators operators;
    private final WorkRows work;
    private final Workers workers;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Registry registry;
    private final PlatformSettings platform;

    Hearing(Approvals approvals, Opening opening, Voting voting, Redemptions redemptions, Releases releases,
            Operators operators, WorkRows work, Workers workers, Outbox outbox, DeadLetters deadLetters,
            Registry registry,
            PlatformSettings platform) {
        this.approvals = approvals;
        this.opening = opening;
        this.voting = voting;
        this.redemptions = redemptions;
        this.releases = releases;
        this.operators = operators;
        this.work = work;
        this.workers = workers;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.registry = registry;
        this.platform = platform;
    }

    void start(@Observes StartupEvent starting) {
        workers.start(AT_ONCE, OF_ONE_TENANT, this::work);
    }

    /// What another environment signed counts here as little as what nobody signed.
    public Uni<Void> hear(Transaction transaction, List<Arrival> arrivals) {
        var queued = new ArrayList<Arrival>();
        var all = Uni.createFrom().voidItem();
        for (var arrival : arrivals) {
            var envelope = arrival.envelope();
            if (!envelope.environment().equals(platform.environment())) {
                all = all.chain(() -> outbox.add(transaction,
                        List.of(deadLetters.of(arrival.record(), "not believed: of another environment"))));
            } else if (waits(envelope.event())) {
                queued.add(arrival);
            } else {
                all = all.chain(() -> remember(transaction, envelope));
            }
        }
        return all.chain(() -> work.add(transaction, queued, arrival -> lane(arrival.envelope())));
    }

    private static boolean waits(Event event) {
        return switch (event) {
            case StagePrepared prepared -> true;
            case GrantAsked asked -> true;
            case DecisionSubmitted submitted -> true;
            case InstructionAccepted accepted ->
                !(accepted.action() instanceof Action.Drill) && accepted.approval() != ApprovalNeed.NONE;
            case Event other -> false;
        };
    }

    private Uni<Void> remember(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case InstructionAccepted accepted when accepted.action() instanceof Action.Drill ->
                approvals.remember(transaction, envelope.tenant(), DrillInstruction.of(accepted));
            case VerdictReached verdict when verdict.kind() == VerdictReached.Kind.RELEASE ->
                approvals.verdict(transaction, envelope.tenant(), verdict.subjectId(), verdict.verdict(),
                        verdict.cause());
            case Event other -> Uni.createFrom().voidItem();
        };
    }

    /// Whatever concerns one approval is worked in the order in which it came.
    private static String lane(Envelope<? extends Event> envelope) {
        return String.valueOf(switch (envelope.event()) {
            case StagePrepared prepared -> Cards.idOfStage(prepared.of().stageId());
            case GrantAsked asked -> asked.approvalId();
            case InstructionAccepted accepted -> Cards.idOfInstruction(accepted.instructionId());
            case DecisionSubmitted(long user, long chat, var wish) when wish instanceof DecisionSubmitted.Vote vote ->
                vote.approvalId();
            case DecisionSubmitted submitted -> "telegram/" + submitted.telegramUser();
            case Event other -> envelope.id();
        });
    }

    private Uni<Outcome> work(WorkItem item) {
        if (!registry.isKnown()) {
            return again("registry or locks are not known");
        }
        var envelope = item.envelope();
        if (!registry.has(envelope.tenant()) && isYoung(item)) {
            return again("the tenant is not known yet");
        }
        return switch (envelope.event()) {
            case StagePrepared prepared -> envelope.as(StagePrepared.class).map(it -> stage(item, it)).orElseThrow();
            case InstructionAccepted accepted ->
                done(envelope, InstructionAccepted.class, it -> transaction -> opening.instruction(transaction, it));
            case GrantAsked asked ->
                done(envelope, GrantAsked.class, it -> transaction -> redemptions.ofStage(transaction, it));
            case DecisionSubmitted submitted ->
                done(envelope, DecisionSubmitted.class, it -> transaction -> wish(transaction, it));
            case Event other -> throw new IllegalStateException("nobody queues such an event");
        };
    }

    private Uni<Outcome> stage(WorkItem item, Envelope<StagePrepared> prepared) {
        UUID instruction = prepared.event().of().instructionId();
        return approvals.drill(prepared.tenant(), instruction).chain(known -> known.isEmpty() && isYoung(item)
                ? again("its instruction has not arrived")
                : Uni.createFrom().<Outcome>item(
                        new Outcome.Done(transaction -> opening.stage(transaction, prepared, known))));
    }

    private Uni<Void> wish(Transaction transaction, Envelope<DecisionSubmitted> submitted) {
        return switch (submitted.event().wish()) {
            case DecisionSubmitted.Vote vote -> voting.byTelegram(transaction, submitted, vote);
            case DecisionSubmitted.Link link -> operators.link(transaction, submitted, link);
            case DecisionSubmitted.Release release -> releases.byTelegram(transaction, submitted, release);
        };
    }

    private boolean isYoung(WorkItem item) {
        return item.waited().compareTo(platform.parkedAtMost()) < 0;
    }

    private static <E extends Event> Uni<Outcome> done(Envelope<? extends Event> envelope, Class<E> kind,
            Function<Envelope<E>, Function<Transaction, Uni<Void>>> effect) {
        Optional<Envelope<E>> it = envelope.as(kind);
        return Uni.createFrom().item(new Outcome.Done(effect.apply(it.orElseThrow())));
    }

    private static Uni<Outcome> again(String why) {
        return Uni.createFrom().item(new Outcome.Again(SOON, why));
    }
}
