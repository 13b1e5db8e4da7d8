package dev.wingman.watcher.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.Verdict;

/// How far a drill and its stages are, told from what is known of them and not from the order in which it came.
public final class Drill {

    /// How far a stage is; in the order in which it goes.
    public enum StageState {
        PREPARED, WAITING, GRANTED, DENIED, EXPIRED, REVOKED, STARTED, FINISHED, REFUSED, CONFIRMED, NOT_CONFIRMED
    }

    /// What is known of a stage.
    public record Known(boolean asked, Optional<Decision> decision, boolean started,
            Optional<StageFinished.Outcome> outcome, boolean refused, Optional<Verdict> verdict) {}

    private Drill() {}

    public static StageState state(Known stage) {
        if (stage.verdict().isPresent()) {
            return stage.verdict().get() == Verdict.TRUE ? StageState.CONFIRMED : StageState.NOT_CONFIRMED;
        }
        if (stage.refused()) {
            return StageState.REFUSED;
        }
        if (stage.outcome().isPresent()) {
            return StageState.FINISHED;
        }
        if (stage.started()) {
            return StageState.STARTED;
        }
        return stage.decision().map(decision -> switch (decision) {
            case GRANTED -> StageState.GRANTED;
            case DENIED -> StageState.DENIED;
            case EXPIRED -> StageState.EXPIRED;
            case REVOKED -> StageState.REVOKED;
        }).orElse(stage.asked() ? StageState.WAITING : StageState.PREPARED);
    }

    /// ACCEPTED until a stage is prepared, RUNNING, RECOVERING from the first question to bring the targets back, then how it ended.
    public static String state(Optional<DrillFinished.End> end, List<Stage> stages) {
        return end.map(Enum::name).orElseGet(() -> stages.isEmpty()
                ? "ACCEPTED"
                : stages.contains(Stage.RECOVER) ? "RECOVERING" : "RUNNING");
    }

    /// A, B, C, D, then each attempt to recover.
    public static <T> Comparator<T> inOrder(java.util.function.Function<T, Stage> stage) {
        return Comparator.comparing(stage);
    }

    /// As it is written on the wire.
    public static String word(Stage stage) {
        return stage == Stage.RECOVER ? stage.name().toLowerCase(Locale.ROOT) : stage.name();
    }
}
