package dev.wingman.auditor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Audit;
import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Exhibit;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.WorkItem;

/// Hears a matter until it can be judged: looks, waits for what is on its way, looks again where one look is not enough. The verdict is kept and
/// emitted in the transaction that ends the work row, so there is exactly one.
@ApplicationScoped
class Hearing {

    private final Inquiry inquiry;
    private final Memory memory;
    private final Verdicts verdicts;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final AuditorSettings settings;
    private final PlatformSettings platform;

    Hearing(Inquiry inquiry, Memory memory, Verdicts verdicts, Outbox outbox, Envelopes envelopes,
            AuditorSettings settings, PlatformSettings platform) {
        this.inquiry = inquiry;
        this.memory = memory;
        this.verdicts = verdicts;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.settings = settings;
        this.platform = platform;
    }

    Uni<Outcome> hear(Matter matter, Docket.Here docket, WorkItem item) {
        return firstLooks(matter, item).chain(before -> look(matter, item, docket, before));
    }

    private Uni<Map<String, Look>> firstLooks(Matter matter, WorkItem item) {
        return item.attempts() == 0 ? Uni.createFrom().item(Map.of()) : memory.firstLooks(matter.subject());
    }

    private Uni<Outcome> look(Matter matter, WorkItem item, Docket.Here docket, Map<String, Look> before) {
        var now = envelopes.now();
        var due = before.values().stream().map(look -> look.at().plus(settings.betweenLooks())).filter(now::isBefore)
                .max(Comparator.naturalOrder());
        return due.isPresent()
                ? again(Duration.between(now, due.get()), "the second look is not due yet")
                : inquiry.gather(matter.cause().tenant(), docket, matter.terms(), before)
                        .chain(evidence -> conclude(matter, item, docket, evidence));
    }

    /// A contradiction ends it at once: nobody buys time by naming an instruction that does not exist, or a container that nobody observes.
    private Uni<Outcome> conclude(Matter matter, WorkItem item, Docket.Here docket, Evidence evidence) {
        var judgement = Audit.judge(evidence);
        var reached = new Reached(matter.cause().tenant(), matter.kind(), matter.subject(), matter.worker(),
                platform.site(), judgement, evidence, matter.whileLocked(), envelopes.now());
        var contradictions = evidence.exhibits().stream().filter(Audit::wantsSecondLook).toList();
        if (judgement.verdict() == Verdict.FALSE) {
            return Uni.createFrom().item(done(matter, reached));
        }
        if (!contradictions.isEmpty()) {
            return memory.keepFirstLooks(reached.tenant(), reached.subject(), looks(contradictions))
                    .chain(() -> again(settings.betweenLooks(), "a second look is due"));
        }
        if (item.waited().compareTo(patience(matter, docket, evidence)) < 0) {
            return again(pause(matter, item), docket.missing().map(what -> what + " has not arrived")
                    .orElse("a container is not observed or not healthy yet"));
        }
        return Uni.createFrom().item(done(matter, reached));
    }

    /// How long what is missing is worth waiting for; nothing missing, no time.
    private Duration patience(Matter matter, Docket.Here docket, Evidence evidence) {
        var exhibits = evidence.exhibits();
        var patience = docket.missing().isPresent() ? platform.parkedAtMost() : Duration.ZERO;
        if (exhibits.stream().anyMatch(Audit::isAwaited)) {
            var once = settings.factAtMost();
            patience = longer(patience,
                    exhibits.stream().anyMatch(one -> one.firstLook().isPresent()) ? once.multipliedBy(2) : once);
        }
        return exhibits.stream().anyMatch(Audit::settles) ? longer(patience, matter.settling()) : patience;
    }

    private Outcome done(Matter matter, Reached reached) {
        var judgement = reached.judgement();
        var event = new VerdictReached(reached.kind(), reached.subject(), reached.worker(), judgement.verdict(),
                judgement.cause(), judgement.findings(), reached.whileLocked());
        var emitted = envelopes.caused(matter.cause(), reached.subject().toString(), event);
        return new Outcome.Done(transaction -> verdicts.keep(transaction, reached)
                .chain(first -> first ? outbox.add(transaction, List.of(emitted)) : Uni.createFrom().voidItem()));
    }

    private static Map<String, Look> looks(List<Exhibit> contradictions) {
        return contradictions.stream().collect(Collectors.toMap(exhibit -> Inquiry.key(exhibit.said()),
                exhibit -> new Look(exhibit.seen(), exhibit.at()), (first, _) -> first));
    }

    /// A stage holds up a drill, a claim nobody.
    private static Duration pause(Matter matter, WorkItem item) {
        return matter.kind() == VerdictReached.Kind.STAGE || item.attempts() < 8
                ? Duration.ofMillis(250)
                : Duration.ofSeconds(1);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Uni<Outcome> again(Duration after, String why) {
        return Uni.createFrom().item(new Outcome.Again(after, why));
    }
}
