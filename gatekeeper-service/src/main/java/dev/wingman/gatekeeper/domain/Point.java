package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One of the ten points that every instruction must have.
public enum Point {
    DELIVERABLES("deliverable"),
    SUCCESS_CRITERIA("success criterion", "success criterias"),
    BOUNDARIES("boundary"),
    DEPENDENCIES("dependency"),
    MITIGATION("mitigations", "mitigation plan"),
    TEST_PROCESS("test processes", "testing process"),
    TEST_RESULTS_FORMAT("test result format", "test results formats", "format of test results"),
    RESOURCE_REQUIREMENTS("resource requirement", "resources requirements"),
    RISK_ASSESSMENT("risk assessments", "risks assessment"),
    QUALITY_METRICS("quality metric");

    private final List<String> names;

    Point(String... otherNames) {
        var all = new java.util.ArrayList<>(List.of(key().replace('_', ' ')));
        all.addAll(List.of(otherNames));
        names = List.copyOf(all);
    }

    /// The name in JSON: `success_criteria`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rule that says it is missing: `ten-points/success-criteria-missing`.
    public String missingRule() {
        return "ten-points/" + key().replace('_', '-') + "-missing";
    }

    /// All usual names, in lower case, with spaces.
    public List<String> names() {
        return names;
    }

    /// The words that say nothing about this point beyond its name.
    Set<String> ownWords() {
        return Set.copyOf(names.stream().flatMap(name -> Arrays.stream(name.split(" "))).distinct().toList());
    }

    /// The point that a heading names, in any usual spelling: case, spaces, `_`, `-` or nothing between the words.
    public static Optional<Point> named(String heading) {
        var letters = letters(heading);
        return Arrays.stream(values())
                .filter(point -> point.names.stream().anyMatch(name -> letters(name).equals(letters))).findFirst();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
