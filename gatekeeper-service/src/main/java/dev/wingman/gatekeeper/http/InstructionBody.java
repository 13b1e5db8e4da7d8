package dev.wingman.gatekeeper.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Passage;
import dev.wingman.gatekeeper.domain.Point;

/// An instruction as JSON. What is missing is a violation among the others, so that nothing here insists on being there.
record InstructionBody(@Nullable String title, @Nullable Texts deliverables, @Nullable Criteria successCriteria,
        @Nullable Texts boundaries, @Nullable Texts dependencies, @Nullable Texts mitigation,
        @Nullable Texts testProcess, @Nullable Texts testResultsFormat, @Nullable Texts resourceRequirements,
        @Nullable Assessment riskAssessment, @Nullable Texts qualityMetrics, @Nullable Action action,
        @Nullable String site) {

    /// A string, or a list of strings.
    record Texts(List<@Nullable String> texts, boolean listed) {
        /// Its own parts are no JSON: an object is refused.
        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        Texts {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Texts of(String text) {
            return new Texts(List.of(text), false);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Texts of(List<@Nullable String> texts) {
            return new Texts(texts, true);
        }

        List<Passage> passages(String pointer) {
            var passages = new ArrayList<Passage>();
            for (var index = 0; index < texts.size(); index++) {
                var text = texts.get(index);
                passages.add(new Passage(text == null ? "" : text, listed ? pointer + "/" + index : pointer));
            }
            return passages;
        }
    }

    /// A criterion: a string, or a text with the predicate that checks it.
    record Criterion(@Nullable String text, Optional<Predicate> predicate) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Criterion of(String text) {
            return new Criterion(text, Optional.empty());
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Criterion {}

        /// Without a text the predicate speaks for itself.
        Passage passage(String pointer) {
            var said = text == null ? predicate.map(bound -> Json.tree(bound).toString()).orElse("") : text;
            return new Passage(said, predicate.isPresent() && text != null ? pointer + "/text" : pointer, predicate);
        }
    }

    /// A string, or a list of criteria.
    record Criteria(List<@Nullable Criterion> items, boolean listed) {
        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        Criteria {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Criteria of(String text) {
            return new Criteria(text.lines().filter(line -> !line.isBlank()).map(String::strip)
                    .<@Nullable Criterion>map(Criterion::of).toList(), false);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Criteria of(List<@Nullable Criterion> items) {
            return new Criteria(items, true);
        }

        List<Passage> passages(String pointer) {
            var passages = new ArrayList<Passage>();
            for (var index = 0; index < items.size(); index++) {
                var at = listed ? pointer + "/" + index : pointer;
                var item = items.get(index);
                passages.add(item == null ? new Passage("", at) : item.passage(at));
            }
            return passages;
        }
    }

    /// A string, a list of strings, or a level with its reason.
    record Assessment(Optional<Risk> level, Texts reason, boolean explained) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Assessment of(String text) {
            return new Assessment(StatedRisk.in(text), Texts.of(text), false);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Assessment of(List<@Nullable String> texts) {
            return new Assessment(StatedRisk.highest(texts), Texts.of(texts), false);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Assessment of(@JsonProperty("level") @Nullable Risk level,
                @JsonProperty("reason") @Nullable String reason) {
            return new Assessment(Optional.ofNullable(level), Texts.of(reason == null ? "" : reason), level != null);
        }

        List<Passage> passages(String pointer) {
            return reason.passages(explained ? pointer + "/reason" : pointer);
        }
    }

    InstructionBody withoutAction() {
        return new InstructionBody(title, deliverables, successCriteria, boundaries, dependencies, mitigation,
                testProcess, testResultsFormat, resourceRequirements, riskAssessment, qualityMetrics, null, site);
    }

    Draft draft() {
        var asked = action == null ? new Action.None() : action;
        return new Draft(Optional.empty(), Optional.ofNullable(title).map(text -> new Passage(text, "/title")),
                points(), asked, "/action", Optional.ofNullable(site).map(text -> new Passage(text, "/site")),
                further(asked), Optional.ofNullable(riskAssessment).flatMap(Assessment::level), List.of());
    }

    private Map<Point, List<Passage>> points() {
        var points = new EnumMap<Point, List<Passage>>(Point.class);
        put(points, Point.DELIVERABLES, deliverables);
        put(points, Point.BOUNDARIES, boundaries);
        put(points, Point.DEPENDENCIES, dependencies);
        put(points, Point.MITIGATION, mitigation);
        put(points, Point.TEST_PROCESS, testProcess);
        put(points, Point.TEST_RESULTS_FORMAT, testResultsFormat);
        put(points, Point.RESOURCE_REQUIREMENTS, resourceRequirements);
        put(points, Point.QUALITY_METRICS, qualityMetrics);
        if (successCriteria != null) {
            points.put(Point.SUCCESS_CRITERIA, successCriteria.passages("/success_criteria"));
        }
        if (riskAssessment != null) {
            points.put(Point.RISK_ASSESSMENT, riskAssessment.passages("/risk_assessment"));
        }
        return points;
    }

    private static void put(Map<Point, List<Passage>> points, Point point, @Nullable Texts texts) {
        if (texts != null) {
            points.put(point, texts.passages("/" + point.key()));
        }
    }

    private List<Passage> further(Action asked) {
        var further = new ArrayList<>(Leaves.of(Json.tree(asked), "/action"));
        if (successCriteria != null) {
            for (var index = 0; index < successCriteria.items().size(); index++) {
                var item = successCriteria.items().get(index);
                var at = "/success_criteria/" + index + "/predicate";
                if (item != null && item.predicate().isPresent()) {
                    further.addAll(Leaves.of(Json.tree(item.predicate().get()), at));
                }
            }
        }
        return further;
    }
}
