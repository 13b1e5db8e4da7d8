package dev.wingman.approval.domain;

import java.time.Instant;

import dev.wingman.contracts.Service;
import dev.wingman.contracts.signature.Grant;

/// What a redeemed approval says to whoever may act on it.
public final class Grants {

    private Grants() {}

    public static Grant of(Approval.Used used, String environment) {
        var card = used.matter().card();
        var from = Instant.ofEpochSecond(used.at().getEpochSecond());
        return new Grant(Service.APPROVAL.folder(), used.audience(), card.worker(), used.execution(),
                from.getEpochSecond(), from.plus(Grant.LIFE).getEpochSecond(), card.approvalId(), card.asked(),
                used.matter().tenant(), environment, card.stage(), card.instructionId(), card.instructionDigest(),
                card.targetStateDigest(), card.command());
    }
}
