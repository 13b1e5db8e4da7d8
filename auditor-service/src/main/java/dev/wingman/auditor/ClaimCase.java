package dev.wingman.auditor;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.WorkItem;

/// A worker's claim.
@ApplicationScoped
class ClaimCase {

    private final Inquiry inquiry;
    private final Hearing hearing;
    private final AuditorSettings settings;

    ClaimCase(Inquiry inquiry, Hearing hearing, AuditorSettings settings) {
        this.inquiry = inquiry;
        this.hearing = hearing;
        this.settings = settings;
    }

    Uni<Outcome> audit(Envelope<ClaimRecorded> claim, WorkItem item) {
        var event = claim.event();
        var matter = new Matter(claim, VerdictReached.Kind.CLAIM, event.claimId(), event.worker(), event.whileLocked(),
                Terms.of(claim.time(), settings.betweenLooks()), settings.factAtMost());
        return inquiry.docket(claim.tenant(), event).chain(docket -> switch (docket) {
            case Docket.Elsewhere _ -> Uni.createFrom().item(Auditor.NOT_OURS);
            case Docket.Here here -> hearing.hear(matter, here, item);
        });
    }
}
