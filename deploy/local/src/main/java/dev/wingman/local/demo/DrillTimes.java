package dev.wingman.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Stage;

/// When what happened in a drill, as the ledger's entries say it: no clock of the one who watches is in it.
record DrillTimes(UUID drillId, List<JsonNode> entries) {

    /// An event about a stage, and when it was.
    private Optional<JsonNode> first(Stage stage, String type) {
        return entries.stream().filter(entry -> entry.at("/headers/ce_type").asText().equals(type))
                .filter(entry -> stage(entry).filter(of -> of.path("drill_id").asText().equals(drillId.toString()))
                        .filter(of -> of.path("stage").asText().equalsIgnoreCase(stage.name())).isPresent())
                .findFirst();
    }

    private static Optional<JsonNode> stage(JsonNode entry) {
        var value = value(entry);
        return List.of(value.path("of"), value.path("stage"), value.at("/card/stage")).stream()
                .filter(JsonNode::isObject).findFirst();
    }

    static JsonNode value(JsonNode entry) {
        return Proof.json(entry.path("value").asText());
    }

    Optional<Instant> at(Stage stage, String type) {
        return first(stage, type).map(entry -> Instant.parse(entry.at("/headers/ce_time").asText()));
    }

    /// What lies between two events of a stage.
    Optional<Duration> between(Stage stage, String from, String to) {
        return at(stage, from).flatMap(begin -> at(stage, to).map(end -> Duration.between(begin, end)));
    }

    /// When the auditor judged the stage.
    private Optional<Instant> judged(Stage stage) {
        var id = first(stage, "stage-prepared").map(entry -> value(entry).at("/of/stage_id").asText()).orElse("");
        return entries.stream().filter(entry -> entry.at("/headers/ce_type").asText().equals("verdict-reached"))
                .filter(entry -> value(entry).path("subject_id").asText().equals(id))
                .map(entry -> Instant.parse(entry.at("/headers/ce_time").asText())).findFirst();
    }

    /// From the humans' yes to the verdict, over all stages, without what Docker itself took.
    Duration beyondDocker() {
        var sum = Duration.ZERO;
        for (var stage : List.of(Stage.A, Stage.B, Stage.C, Stage.D)) {
            var own = first(stage, "stage-finished")
                    .map(entry -> Duration.parse(value(entry).path("engine_time").asText("PT0S")))
                    .orElse(Duration.ZERO);
            var yes = at(stage, "approval-decided");
            sum = sum.plus(judged(stage).flatMap(end -> yes.map(begin -> Duration.between(begin, end)))
                    .orElse(Duration.ZERO)).minus(own);
        }
        return sum;
    }
}
