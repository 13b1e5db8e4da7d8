package dev.wingman.local.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Approval;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Stage;

/// An instruction's drill as the humans of its tenant see it.
public record DrillView(WingmanClient sre, UUID instructionId) {

    /// The approval of a stage, once it waits for humans.
    public Optional<Approval> asked(Stage stage, Duration patience) {
        return asked(stage, "PENDING", patience);
    }

    /// The approval of a stage, once it stands so.
    public Optional<Approval> asked(Stage stage, String state, Duration patience) {
        return Operator.until(patience, () -> switch (sre.approvals()
                .list(Map.of("instruction_id", instructionId.toString(), "state", state))) {
            case Reply.Ok(var page, _) -> page.items().stream()
                    .filter(item -> item.at("/card/stage/stage").asText().equalsIgnoreCase(stage.name())).findFirst()
                    .flatMap(item -> sre.approvals()
                            .get(item.path("approval_id").asText()) instanceof Reply.Ok(var approval, _)
                                    ? Optional.of(approval)
                                    : Optional.empty());
            case Reply.No(_) -> Optional.empty();
        });
    }

    /// The drill once it ended: COMPLETED, REFUSED or RECOVERED.
    public Optional<JsonNode> ended(Duration patience) {
        return Operator.until(patience, () -> sre
                .drill(DrillStage.drillOf(instructionId).toString()) instanceof Reply.Ok(var drill, _)
                && drill.path("report").isObject() ? Optional.of(drill.path("report")) : Optional.empty());
    }

    /// A stage as the live view shows it.
    public Optional<JsonNode> stage(Stage stage) {
        return sre.drill(DrillStage.drillOf(instructionId).toString()) instanceof Reply.Ok(var drill, _)
                ? drill.path("stages").valueStream()
                        .filter(one -> one.path("stage").asText().equalsIgnoreCase(stage.name())).findFirst()
                : Optional.empty();
    }

    Optional<String> approvalOf(Stage stage) {
        return stage(stage).map(one -> one.path("approval_id").asText()).filter(id -> !id.isEmpty());
    }
}
