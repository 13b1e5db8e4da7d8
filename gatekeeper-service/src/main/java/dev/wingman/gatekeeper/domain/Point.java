package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.wingman.screening.actions.Lexicon;

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

    private static final Map<String, Point> BY_LETTERS = byLetters(Point::names);
    private static final Map<Point, List<String>> SYNONYMS = Lexicon.beside(Point.class, "synonyms.tsv").rows().stream()
            .collect(Collectors.toUnmodifiableMap(row -> valueOf(row.getFirst().toUpperCase(Locale.ROOT)),
                    row -> List.copyOf(row.subList(1, row.size()))));
    private static final Map<String, Point> BY_SYNONYM = byLetters(Point::synonyms);

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

    /// What people call it, too, where that surely means the same; in lower case, with spaces.
    List<String> synonyms() {
        return SYNONYMS.getOrDefault(this, List.of());
    }

    /// The words that say nothing about this point beyond its name.
    Set<String> ownWords() {
        return Set.copyOf(names.stream().flatMap(name -> Arrays.stream(name.split(" "))).distinct().toList());
    }

    /// The point that a heading names, in any usual spelling: case, spaces, `_`, `-`, `.` or nothing between the words.
    public static Optional<Point> named(String heading) {
        return Optional.ofNullable(BY_LETTERS.get(letters(heading)));
    }

    /// The point that a heading means by one of the synonyms: an ordinary word may be one, so that less is a heading than with a name.
    public static Optional<Point> meant(String heading) {
        return Optional.ofNullable(BY_SYNONYM.get(letters(heading)));
    }

    private static Map<String, Point> byLetters(Function<Point, List<String>> names) {
        return Arrays.stream(values())
                .flatMap(point -> names.apply(point).stream().map(name -> Map.entry(letters(name), point)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// "Deliverable(s)" is deliverables.
    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (!isBetweenWords(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT).replace("(s)", "s");
    }

    private static boolean isBetweenWords(char c) {
        return c == '_' || c == '-' || c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
