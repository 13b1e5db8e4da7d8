package dev.wingman.client.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.client.Answers.Criteria;
import dev.wingman.client.Answers.RiskReason;

/// What the gatekeeper says of an instruction beside yes or no, with the lines that it says it of.
record Judged(Screen screen, Passages passages) {

    static String inShort(String risk, String approval, Criteria criteria) {
        return "risk " + risk + ", approval " + approval + ", " + criteria.verifiable() + " of " + criteria.total()
                + " criteria verifiable";
    }

    void say(List<RiskReason> reasons, Criteria criteria) {
        say(reasons);
        say(criteria);
    }

    private void say(List<RiskReason> reasons) {
        if (!reasons.isEmpty()) {
            screen.line("  its risk is " + Screen.clean(reasons.getFirst().risk()) + " because");
            reasons.forEach(reason -> line(reason.pointer(), reason.because(), passages.at(reason.pointer())));
        }
    }

    private void say(Criteria criteria) {
        if (!criteria.unverifiable().isEmpty()) {
            screen.line("  no probe can check");
            criteria.unverifiable().forEach(place -> line(place, passages.at(place)));
            screen.line("  " + Screen.clean(criteria.advice()));
        }
    }

    private void line(String... parts) {
        screen.line("    " + Stream.of(parts).filter(part -> !part.isEmpty()).map(Screen::clean)
                .collect(Collectors.joining("  ")));
    }
}
