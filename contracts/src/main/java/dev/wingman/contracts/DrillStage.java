package dev.wingman.contracts;

import java.util.UUID;

/// Which stage of which drill something is about.
///
/// @param site the host whose gateway runs the drill
public record DrillStage(UUID drillId, UUID stageId, UUID instructionId, Identifier worker, Identifier site,
        Stage stage) {

    /// An instruction has one drill, and the drill one of each stage: a replay yields the same ids.
    public static UUID drillOf(UUID instructionId) {
        return Ids.derived(instructionId, "drill");
    }

    /// Stage A to D of an instruction's drill.
    public static DrillStage of(UUID instructionId, Identifier worker, Identifier site, Stage stage) {
        var drill = drillOf(instructionId);
        return new DrillStage(drill, Ids.derived(drill, "stage/" + stage), instructionId, worker, site, stage);
    }

    /// The `turn`th attempt, from 1, to bring the targets of this drill back.
    public DrillStage recover(int turn) {
        return new DrillStage(drillId, Ids.derived(drillId, "recover/" + turn), instructionId, worker, site,
                Stage.RECOVER);
    }
}
