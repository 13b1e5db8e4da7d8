package dev.wingman.client.cli;

import dev.wingman.client.Answers.Criteria;

/// What the gatekeeper says of an instruction beside yes or no, with the lines that it says it of.
record Judged(Screen screen, Passages passages) {

    static String inShort(String risk, String approval, Criteria criteria) {
        return "risk " + risk + ", approval " + approval + ", " + criteria.verifiable() + " of " + criteria.total()
                + " criteria verifiable";
    }

    void say(Criteria criteria) {
        if (!criteria.unverifiable().isEmpty()) {
            screen.line("  no probe can check");
            criteria.unverifiable().forEach(this::line);
            screen.line("  " + Screen.clean(criteria.advice()));
        }
    }

    private void line(String place) {
        screen.line("    " + Screen.clean(place) + "  " + passages.at(place));
    }
}
