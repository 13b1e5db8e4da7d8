package dev.wingman.notifier.domain;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;

/// What became of a drill and of its stages.
public final class ReportText {

    private static final int DETAIL = 300;

    private ReportText() {}

    public static Content of(String environment, Identifier tenant, DrillFinished drill) {
        var sheet = new Sheet();
        sheet.title("Drill " + drill.end() + " · " + environment + " · " + tenant);
        sheet.say("Worker: " + drill.worker() + ", site " + drill.site());
        drill.recoveryTime().ifPresent(time -> sheet.say("Recovery time: " + time.toMillis() / 1000.0 + " s"));
        drill.stages().forEach(line -> sheet.say(line(line)));
        return Content.html(sheet.say("drill " + drill.drillId()).fitted("…"));
    }

    /// A stage that has no card to say it on.
    public static Content of(String environment, Identifier tenant, DrillStage of, String note) {
        return Content.html(new Sheet().title(CardText.stage(of.stage()) + " · " + environment + " · " + tenant)
                .say("Worker: " + of.worker() + ", site " + of.site()).quote("→ ", note, DETAIL).fitted("…"));
    }

    public static String note(StageFinished finished) {
        return "Finished: " + finished.outcome() + ". " + finished.detail();
    }

    public static String note(StageRefused refused) {
        return "Not run: " + refused.reason() + ". " + refused.detail();
    }

    private static String line(DrillFinished.Line line) {
        var approvers = String.join(", ", line.approvers().stream().map(Identifier::value).toList());
        return line.stage() + ": " + (approvers.isEmpty() ? "no human's yes" : "yes by " + approvers)
                + line.outcome().map(outcome -> " · " + outcome).orElse(" · not run")
                + line.verdict().map(verdict -> " · " + verdict).orElse("");
    }
}
