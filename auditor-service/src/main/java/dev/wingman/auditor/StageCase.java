package dev.wingman.auditor;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Docket;
import dev.wingman.auditor.domain.Prepared;
import dev.wingman.auditor.domain.Terms;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.WorkItem;

/// A stage that ended: judged by exactly what its preparation said it would bring about, however the gateway says that it ended. The gateway would
/// judge itself, so what it observes needs a second witness.
@ApplicationScoped
class StageCase {

    private final StageBook stages;
    private final Inquiry inquiry;
    private final Hearing hearing;
    private final AuditorSettings settings;

    StageCase(StageBook stages, Inquiry inquiry, Hearing hearing, AuditorSettings settings) {
        this.stages = stages;
        this.inquiry = inquiry;
        this.hearing = hearing;
        this.settings = settings;
    }

    Uni<Outcome> audit(Envelope<StageFinished> finished, WorkItem item) {
        var stage = finished.event().of();
        return stages.find(finished.tenant(), stage.stageId())
                .chain(prepared -> hearing.hear(matter(finished, prepared), docket(finished, prepared), item));
    }

    private Matter matter(Envelope<StageFinished> finished, Optional<Prepared> prepared) {
        var stage = finished.event().of();
        var terms = Terms.ofStage(stage.stage(), finished.time(), prepared.map(Prepared::at).orElse(finished.time()),
                settings.betweenLooks());
        return new Matter(finished, VerdictReached.Kind.STAGE, stage.stageId(), stage.worker(), false, terms,
                settings.healthAtMost());
    }

    private Docket.Here docket(Envelope<StageFinished> finished, Optional<Prepared> prepared) {
        var expected = prepared.map(Prepared::stage)
                .filter(preparation -> preparation.of().equals(finished.event().of())).map(StagePrepared::expects);
        return Docket.ofStage(inquiry.here(finished.tenant()), prepared.isPresent(), expected);
    }
}
