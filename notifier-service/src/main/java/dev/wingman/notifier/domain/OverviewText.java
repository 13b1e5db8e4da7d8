package dev.wingman.notifier.domain;

import java.util.List;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;

/// Lists for whoever asks.
public final class OverviewText {

    private static final int TITLE = 80;
    private static final int REASON = 200;

    /// An approval that waits.
    public record Open(Identifier tenant, ApprovalCard card, Progress progress) {}

    private OverviewText() {}

    public static Content pending(List<Open> open) {
        if (open.isEmpty()) {
            return Content.plain("Nothing waits for a human.");
        }
        var sheet = new Sheet().title("Open approvals");
        open.forEach(one -> sheet.say(one.tenant + " " + CardText.listed(one.card, one.progress)).quote("  ",
                one.card.title(), TITLE));
        return Content.html(sheet.fitted("… and more"));
    }

    public static Content locked(List<Lock> locks) {
        if (locks.isEmpty()) {
            return Content.plain("Nobody is locked.");
        }
        var sheet = new Sheet().title("Locked");
        locks.forEach(lock -> sheet.say(switch (lock.scope()) {
            case WORKER -> "worker " + lock.name();
            case OWNER -> "all workers of " + lock.name();
        } + " since " + lock.since()).quote("  ", lock.reason(), REASON));
        return Content.html(sheet.fitted("… and more"));
    }
}
