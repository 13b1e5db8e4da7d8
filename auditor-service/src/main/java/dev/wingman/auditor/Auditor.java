package dev.wingman.auditor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Audit;
import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Exhibit;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Every claim gets exactly one verdict: it ends its work row in the transaction that keeps and emits the verdict.
@ApplicationScoped
public class Auditor {

    private static final Outcome NOT_OURS = new Outcome.Done(_ -> Uni.createFrom().voidItem());

    private final WorkRows rows;
    private final Workers workers;
    private final Inquiry inquiry;
    private final Memory memory;
    private final Verdicts verdicts;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final AuditorSettings settings;
    private final PlatformSettings platform;

    Auditor(WorkRows rows, Workers workers, Inquiry inquiry, Memory memory, Verdicts verdicts, Outbox outbox,
            Envelopes envelopes, AuditorSettings settings, PlatformSettings platform) {
        this.rows = rows;
        this.workers = workers;
        this.inquiry = inquiry;
        this.memory = memory;
        this.verdicts = verdicts;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.settings = settings;
        this.platform = platform;
    }

    void start(@Observes StartupEvent starting) {
        workers.start(settings.claimsAtOnce(), settings.claimsAtOnceOfATenant(), this::audit);
    }

    /// Claims become work, side by side.
    public Uni<Void> enqueue(Transaction transaction, List<Inbox.Arrival> arrivals) {
        var claims = arrivals.stream().filter(arrival -> arrival.envelope().event() instanceof ClaimRecorded).toList();
        return rows.add(transaction, claims, _ -> null);
    }

    /// Looks into the rows now: what was enqueued is committed.
    public void wake() {
        rows.wake();
    }

    Uni<Outcome> audit(WorkItem item) {
        return item.envelope().as(ClaimRecorded.class).map(claim -> audit(claim, item))
                .orElseGet(() -> Uni.createFrom().item(NOT_OURS));
    }

    private Uni<Outcome> audit(Envelope<ClaimRecorded> claim, WorkItem item) {
        return inquiry.docket(claim.tenant(), claim.event()).chain(docket -> switch (docket) {
            case Docket.Elsewhere _ -> Uni.createFrom().item(NOT_OURS);
            case Docket.Here here -> firstLooks(claim, item).chain(before -> look(claim, item, here, before));
        });
    }

    private Uni<Map<String, Look>> firstLooks(Envelope<ClaimRecorded> claim, WorkItem item) {
        return item.attempts() == 0
                ? Uni.createFrom().item(Map.of())
                : memory.firstLooks(claim.event().claimId());
    }

    private Uni<Outcome> look(Envelope<ClaimRecorded> claim, WorkItem item, Docket.Here docket,
            Map<String, Look> before) {
        var now = envelopes.now();
        var due = before.values().stream().map(look -> look.at().plus(settings.betweenLooks())).filter(now::isBefore)
                .max(java.util.Comparator.naturalOrder());
        return due.isPresent()
                ? again(Duration.between(now, due.get()), "the second look is not due yet")
                : inquiry.gather(claim.tenant(), docket, before)
                        .chain(evidence -> conclude(claim, item, docket, evidence));
    }

    /// A contradiction ends it at once: nobody buys time by naming an instruction that does not exist.
    private Uni<Outcome> conclude(Envelope<ClaimRecorded> claim, WorkItem item, Docket.Here docket,
            Evidence evidence) {
        var judgement = Audit.judge(evidence);
        var reached = new Reached(claim.tenant(), claim.event().claimId(), claim.event().worker(), platform.site(),
                judgement, evidence, claim.event().whileLocked(), envelopes.now());
        var contradictions = evidence.exhibits().stream().filter(Audit::wantsSecondLook).toList();
        if (judgement.verdict() == Verdict.FALSE) {
            return Uni.createFrom().item(done(claim, reached));
        }
        if (!contradictions.isEmpty()) {
            return memory.keepFirstLooks(claim.tenant(), reached.claim(), looks(contradictions))
                    .chain(() -> again(settings.betweenLooks(), "a second look is due"));
        }
        if (docket.missing().isPresent() && item.waited().compareTo(platform.parkedAtMost()) < 0) {
            return again(pause(item), docket.missing().get() + " has not arrived");
        }
        return Uni.createFrom().item(done(claim, reached));
    }

    private Outcome done(Envelope<ClaimRecorded> claim, Reached reached) {
        var judgement = reached.judgement();
        var event = new VerdictReached(VerdictReached.Kind.CLAIM, reached.claim(), reached.worker(),
                judgement.verdict(), judgement.cause(), judgement.findings(), reached.whileLocked());
        var emitted = envelopes.caused(claim, reached.claim().toString(), event);
        return new Outcome.Done(transaction -> verdicts.keep(transaction, reached)
                .chain(first -> first ? outbox.add(transaction, List.of(emitted)) : Uni.createFrom().voidItem()));
    }

    private static Map<String, Look> looks(List<Exhibit> contradictions) {
        return contradictions.stream().collect(Collectors.toMap(exhibit -> Inquiry.key(exhibit.said()),
                exhibit -> new Look(exhibit.seen(), exhibit.at()), (first, _) -> first));
    }

    private static Duration pause(WorkItem item) {
        return item.attempts() < 8 ? Duration.ofMillis(250) : Duration.ofSeconds(1);
    }

    private static Uni<Outcome> again(Duration after, String why) {
        return Uni.createFrom().item(new Outcome.Again(after, why));
    }
}
