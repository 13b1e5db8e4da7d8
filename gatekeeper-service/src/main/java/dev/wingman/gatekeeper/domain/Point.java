package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Map<Point, List<String>> SYNONYMS = Lexicon.beside(Point.class, "synonyms.tsv").rows().stream()
            .collect(Collectors.toUnmodifiableMap(row -> valueOf(row.getFirst().toUpperCase(Locale.ROOT)),
                    row -> List.copyOf(row.subList(1, row.size()))));
    private static final Map<String, Meant> BY_LETTERS = byLetters();
    /// No name is shorter.
    private static final int BEGINNING = 3;
    private static final int BITS = 5;
    private static final BitSet BEGINNINGS = BY_LETTERS.keySet().stream().mapToInt(Point::beginning)
            .collect(BitSet::new, BitSet::set, BitSet::or);

    /// The point that a heading names.
    ///
    /// @param byName not by one of the synonyms: an ordinary word may be one, so that less is a heading than with a name
    public record Meant(Point point, boolean byName) {}

    private final List<String> names;
    private final Set<String> ownWords;

    Point(String... otherNames) {
        var all = new java.util.ArrayList<>(List.of(key().replace('_', ' ')));
        all.addAll(List.of(otherNames));
        names = List.copyOf(all);
        ownWords = names.stream().flatMap(name -> Arrays.stream(name.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
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
        return ownWords;
    }

    /// The point that a heading names, in any usual spelling: case, spaces, `_`, `-`, `.` or nothing between the words.
    public static Optional<Meant> named(String heading) {
        return mayBegin(heading) ? Optional.ofNullable(BY_LETTERS.get(letters(heading))) : Optional.empty();
    }

    /// Whether a name or a synonym may begin as this text does: a look at so few letters is cheaper than any other.
    static boolean mayBegin(String text) {
        var beginning = beginning(text);
        return beginning >= 0 && BEGINNINGS.get(beginning);
    }

    /// The first letters as one number, large and small ones the same; -1 where there are not so many.
    private static int beginning(String text) {
        var letters = 0;
        var all = 0;
        for (var i = 0; i < text.length() && letters < BEGINNING; i++) {
            if (!isBetweenWords(text.charAt(i))) {
                all = all << BITS | text.charAt(i) & (1 << BITS) - 1;
                letters++;
            }
        }
        return letters == BEGINNING ? all : -1;
    }

    private static Map<String, Meant> byLetters() {
        var all = new HashMap<String, Meant>();
        for (var point : values()) {
            point.synonyms().forEach(name -> all.put(letters(name), new Meant(point, false)));
        }
        for (var point : values()) {
            point.names().forEach(name -> all.put(letters(name), new Meant(point, true)));
        }
        return Map.copyOf(all);
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
