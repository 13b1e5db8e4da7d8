package dev.wingman.auditor;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.WorkItem;

/// A release that is asked for: what its worker truly claimed of late is looked at again, so that humans decide on what is so today.
@ApplicationScoped
class ReleaseCase {

    private static final int CLAIMS = 100;

    private final Verdicts verdicts;
    private final Inquiry inquiry;
    private final Hearing hearing;
    private final AuditorSettings settings;
    private final PlatformSettings platform;

    ReleaseCase(Verdicts verdicts, Inquiry inquiry, Hearing hearing, AuditorSettings settings,
            PlatformSettings platform) {
        this.verdicts = verdicts;
        this.inquiry = inquiry;
        this.hearing = hearing;
        this.settings = settings;
        this.platform = platform;
    }

    Uni<Outcome> audit(Envelope<ApprovalRequested> asked, WorkItem item) {
        var card = asked.event().card();
        var matter = new Matter(asked, VerdictReached.Kind.RELEASE, card.approvalId(), card.worker(), false,
                Terms.of(asked.time(), settings.betweenLooks()), settings.factAtMost());
        return verdicts
                .trueClaims(asked.tenant(), card.worker(), asked.time().minus(settings.releaseLooksBack()), CLAIMS)
                .map(claims -> Docket.ofRelease(inquiry.tenant(asked.tenant()),
                        claims.stream().map(Reached::evidence).toList(), platform.site()))
                .chain(docket -> switch (docket) {
                    case Docket.Elsewhere _ -> Uni.createFrom().item(Auditor.NOT_OURS);
                    case Docket.Here here -> hearing.hear(matter, here, item);
                });
    }
}
