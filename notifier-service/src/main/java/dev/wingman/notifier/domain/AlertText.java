package dev.wingman.notifier.domain;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Severity;

/// An alert as a message. Plain text, sent without a parse mode: nothing that a worker wrote becomes markup, a line of its own, or text that is not seen.
public final class AlertText {

    /// Telegram's limit, in UTF-16 units.
    public static final int LIMIT = 4096;

    private AlertText() {}

    public static String of(Identifier tenant, String environment, AlertRaised alert) {
        var head = mark(alert.severity()) + " " + alert.severity() + " · " + environment + " · " + tenant
                + alert.worker().map(worker -> " · " + worker).orElse("");
        var foot = "incident " + alert.incident() + alert.subjectId().map(id -> "\nabout " + id).orElse("");
        var room = LIMIT - head.length() - foot.length() - 4;
        return head + "\n\n" + Plain.line(alert.text(), room) + "\n\n" + foot;
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "\uD83D\uDD34";
            case HIGH -> "\uD83D\uDFE0";
            case WARNING -> "\uD83D\uDFE1";
            case INFO -> "\uD83D\uDD35";
        };
    }
}
