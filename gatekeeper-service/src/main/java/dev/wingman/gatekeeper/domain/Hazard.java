package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.risk.Peril;
import dev.wingman.gatekeeper.domain.risk.Reach;
import dev.wingman.gatekeeper.domain.risk.Wording;

/// The risk of an instruction, from what it would do and where. What the worker says of it may raise it, never lower it: the highest of
/// all that is asked for counts, so that no harmless action and no other point hides a dangerous one.
///
/// @param reasons the first ones of that risk; none of a low one
record Hazard(Risk risk, List<RiskReason> reasons) {

    Hazard {
        reasons = List.copyOf(reasons);
    }

    static Hazard of(Draft draft, String environment) {
        var highest = new Highest();
        highest.action(draft, "PRD".equals(environment));
        draft.title().ifPresent(title -> highest.text(title.pointer(), Wording.making(title.text())));
        for (var point : Point.values()) {
            highest.point(point, draft);
        }
        draft.statedRisk().ifPresent(
                stated -> highest.note(draft.place(Point.RISK_ASSESSMENT), stated, "the worker states it"));
        return new Hazard(highest.risk, highest.reasons);
    }

    private static final class Highest {

        private static final int MOST = 5;

        private final List<RiskReason> reasons = new ArrayList<>(MOST);
        private Risk risk = Risk.LOW;

        private void action(Draft draft, boolean production) {
            var where = production ? " in production" : "";
            switch (draft.action()) {
                case Action.None _ -> {
                }
                case Action.Drill _ -> note(draft.actionPointer(), production ? Risk.CRITICAL : Risk.HIGH,
                        "it is a drill" + where);
                case Action.Command command when Reach.isFar(command.argv()) -> note(draft.actionPointer(),
                        production ? Risk.CRITICAL : Risk.HIGH, "its program reaches beyond a folder" + where);
                case Action.Command _ -> note(draft.actionPointer(), production ? Risk.HIGH : Risk.MEDIUM,
                        "it is a command" + where);
            }
        }

        private void point(Point point, Draft draft) {
            var passages = draft.passages(point);
            switch (point) {
                case DELIVERABLES, SUCCESS_CRITERIA ->
                    passages.forEach(passage -> text(passage.pointer(), Wording.making(passage.text())));
                case BOUNDARIES -> Wording.bounding(draft.texts(point),
                        (peril, index) -> text(passages.get(index).pointer(), peril));
                case RISK_ASSESSMENT ->
                    passages.forEach(passage -> text(passage.pointer(), Wording.supposing(passage.text())));
                case DEPENDENCIES, MITIGATION, TEST_PROCESS, TEST_RESULTS_FORMAT, RESOURCE_REQUIREMENTS,
                        QUALITY_METRICS ->
                    passages.forEach(passage -> text(passage.pointer(), Wording.telling(passage.text())));
            }
        }

        private void text(String pointer, Peril peril) {
            note(pointer, peril.risk(), peril.sentence());
        }

        private void note(String pointer, Risk found, String because) {
            if (found == Risk.LOW || found.compareTo(risk) < 0) {
                return;
            }
            if (found.compareTo(risk) > 0) {
                risk = found;
                reasons.clear();
            }
            if (reasons.size() < MOST && reasons.stream().noneMatch(reason -> reason.pointer().equals(pointer))) {
                reasons.add(new RiskReason(pointer, found, because));
            }
        }
    }
}
