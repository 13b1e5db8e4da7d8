package dev.wingman.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Tells the parts of a story and keeps what each step should show, and what it showed.
final class Script {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Narrator narrator;
    private final List<Step> steps = new ArrayList<>();
    private int part;

    Script(Narrator narrator) {
        this.narrator = narrator;
    }

    Narrator narrator() {
        return narrator;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    void begin(String title) {
        part++;
        narrator.part(part, title);
    }

    void step(String what, String expected, Supplier<String> body) {
        var begin = Instant.now();
        var seen = body.get();
        steps.add(new Step(part, what, expected, seen, Duration.between(begin, Instant.now())));
        if (!steps.getLast().asExpected()) {
            narrator.event("demo", narrator.paint("red", "expected " + expected + ", saw " + seen));
        }
    }

    /// Tells the sentence and hands on what was seen.
    String tell(String who, String seen, String sentence) {
        narrator.event(who, sentence);
        return seen;
    }

    String tell(String who, Proof.Finding finding) {
        return tell(who, finding.brief(), finding.sentence());
    }
}
