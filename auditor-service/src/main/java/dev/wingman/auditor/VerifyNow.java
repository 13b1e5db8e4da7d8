package dev.wingman.auditor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Audit;
import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;

/// Checks a claim at once, for the caller alone: recorded, but no event, so it locks nobody.
@ApplicationScoped
public class VerifyNow {

    /// What becomes of the call.
    public sealed interface Answer {}

    /// It was looked at.
    public record Looked(Reached reached) implements Answer {}

    /// Too many calls; ask again after that time.
    public record TooMany(Duration retryAfter) implements Answer {}

    /// Another site's auditor can see it, this one cannot.
    public record OtherSite() implements Answer {}

    private static final Duration FACT_PAUSE = Duration.ofSeconds(1);

    private final Inquiry inquiry;
    private final Verifications verifications;
    private final Envelopes envelopes;
    private final AuditorSettings settings;
    private final PlatformSettings platform;

    VerifyNow(Inquiry inquiry, Verifications verifications, Envelopes envelopes, AuditorSettings settings,
            PlatformSettings platform) {
        this.inquiry = inquiry;
        this.verifications = verifications;
        this.envelopes = envelopes;
        this.settings = settings;
        this.platform = platform;
    }

    /// Looks, and looks again where one look is not enough.
    ///
    /// @param claim its worker is the caller
    public Uni<Answer> verify(Identifier tenant, ClaimRecorded claim, boolean human) {
        return verifications.begin(tenant, claim.worker(), claim.claimId())
                .chain(wait -> wait.<Uni<Answer>>map(time -> Uni.createFrom().item(new TooMany(time)))
                        .orElseGet(() -> check(tenant, claim, human)));
    }

    private Uni<Answer> check(Identifier tenant, ClaimRecorded claim, boolean human) {
        var docket = human ? inquiry.docketForHuman(tenant, claim) : inquiry.docket(tenant, claim);
        return docket.chain(found -> switch (found) {
            case Docket.Elsewhere _ -> Uni.createFrom().item(new OtherSite());
            case Docket.Here here -> look(tenant, here, Terms.of(envelopes.now(), settings.betweenLooks()))
                    .map(evidence -> reached(tenant, claim, evidence))
                    .call(reached -> verifications.end(claim.claimId(), reached)).map(Looked::new);
        });
    }

    private Uni<Evidence> look(Identifier tenant, Docket.Here docket, Terms terms) {
        return gather(tenant, docket, terms, Map.of(), envelopes.now().plus(settings.factAtMost()))
                .chain(evidence -> lookAgain(tenant, docket, terms, evidence));
    }

    private Uni<Evidence> lookAgain(Identifier tenant, Docket.Here docket, Terms terms, Evidence evidence) {
        var contradictions = evidence.exhibits().stream().filter(Audit::wantsSecondLook)
                .collect(Collectors.toMap(exhibit -> Inquiry.key(exhibit.said()),
                        exhibit -> new Look(exhibit.seen(), exhibit.at()), (first, _) -> first));
        return contradictions.isEmpty()
                ? Uni.createFrom().item(evidence)
                : Uni.createFrom().voidItem().onItem().delayIt().by(settings.betweenLooks())
                        .chain(() -> gather(tenant, docket, terms, contradictions,
                                envelopes.now().plus(settings.factAtMost())));
    }

    /// Waits for what the gateway observes from now on.
    private Uni<Evidence> gather(Identifier tenant, Docket.Here docket, Terms terms, Map<String, Look> firstLooks,
            Instant until) {
        return inquiry.gather(tenant, docket, terms, firstLooks)
                .chain(evidence -> evidence.exhibits().stream().anyMatch(Audit::isAwaited)
                        && envelopes.now().isBefore(until)
                                ? Uni.createFrom().voidItem().onItem().delayIt().by(FACT_PAUSE)
                                        .chain(() -> gather(tenant, docket, terms, firstLooks, until))
                                : Uni.createFrom().item(evidence));
    }

    private Reached reached(Identifier tenant, ClaimRecorded claim, Evidence evidence) {
        return new Reached(tenant, VerdictReached.Kind.CLAIM, claim.claimId(), claim.worker(), platform.site(),
                Audit.judge(evidence), evidence,
                false, envelopes.now());
    }
}
