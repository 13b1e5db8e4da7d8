package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.risk.Reach;
import dev.wingman.gatekeeper.domain.risk.Wording;

/// The risk of an instruction, from what it would do and where. What the worker says of it may raise it, never lower it: the highest of
/// all that is asked for counts, so that no harmless action and no other point hides a dangerous one.
final class Hazard {

    private Hazard() {}

    static Risk of(Draft draft, String environment) {
        return Stream.of(ofAction(draft.action(), "PRD".equals(environment)), ofText(draft),
                draft.statedRisk().orElse(Risk.LOW)).max(Risk::compareTo).orElseThrow();
    }

    private static Risk ofAction(Action action, boolean production) {
        return switch (action) {
            case Action.Drill _ -> production ? Risk.CRITICAL : Risk.HIGH;
            case Action.Command command when Reach.isFar(command.argv()) -> production ? Risk.CRITICAL : Risk.HIGH;
            case Action.Command _ -> production ? Risk.HIGH : Risk.MEDIUM;
            case Action.None _ -> Risk.LOW;
        };
    }

    private static Risk ofText(Draft draft) {
        var title = draft.title().map(passage -> Wording.making(passage.text())).orElse(Risk.LOW);
        return Collections.max(List.of(title, Arrays.stream(Point.values()).map(point -> of(point, draft.texts(point)))
                .max(Risk::compareTo).orElse(Risk.LOW)));
    }

    private static Risk of(Point point, List<String> texts) {
        return switch (point) {
            case DELIVERABLES, SUCCESS_CRITERIA -> highest(texts.stream().map(Wording::making));
            case BOUNDARIES -> Wording.bounding(texts);
            case DEPENDENCIES, MITIGATION, TEST_PROCESS, TEST_RESULTS_FORMAT, RESOURCE_REQUIREMENTS, RISK_ASSESSMENT,
                    QUALITY_METRICS ->
                highest(texts.stream().map(Wording::telling));
        };
    }

    private static Risk highest(Stream<Risk> risks) {
        return risks.max(Risk::compareTo).orElse(Risk.LOW);
    }
}
