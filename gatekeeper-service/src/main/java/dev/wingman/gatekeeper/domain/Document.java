package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// An instruction written as text under headings. A heading stands at the start of its line and has nothing but its name in it:
/// `## Success Criteria`, `**SUCCESS_CRITERIA**`, `2) Success criteria:`, `SUCCESS_CRITERIA — at least ...`.
public final class Document {

    private static final Pattern MARK = Pattern.compile("^\\s{0,3}(#{1,6}(?=\\s)|[-*+](?=\\s+(?:\\*\\*|__)))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("^(?:\\(?\\d{1,2}[.):]\\s*)");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•]|\\d{1,2}[.)])\\s+");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:={3,}|-{3,}|\\*{3,}|_{3,})\\s*$");
    private static final List<String> NAMED = List.of("title", "site", "action");
    private static final String DELIMITERS = ":—–";
    private static final int LONGEST_NAME = 40;

    private record Heading(Section section, int level, String rest) {}

    private sealed interface Section {}

    private record OfPoint(Point point) implements Section {}

    private record Named(String name) implements Section {}

    private final Map<Point, List<Passage>> points = new EnumMap<>(Point.class);
    private final Map<String, StringBuilder> named = new java.util.HashMap<>();
    private final Map<String, String> places = new java.util.HashMap<>();
    private Section section = new Named("preamble");
    private int level;
    private @Nullable String fence;

    private Document() {}

    public static Document read(String text) {
        var document = new Document();
        var lines = text.split("\\R", -1);
        for (var number = 0; number < lines.length; number++) {
            document.take(lines[number], number + 1);
        }
        return document;
    }

    public Map<Point, List<Passage>> points() {
        return points;
    }

    /// What it calls itself: under `Title`, as its first heading, or else in its first line.
    public Optional<Passage> title() {
        return under("title").or(() -> under("preamble"))
                .map(passage -> new Passage(passage.text().lines().findFirst().orElse(""), passage.pointer()));
    }

    /// The text under `title`, `site` or `action`.
    public Optional<Passage> under(String name) {
        var text = named.get(name);
        return text == null || text.toString().isBlank()
                ? Optional.empty()
                : Optional.of(new Passage(text.toString().strip(), places.getOrDefault(name, "1:1")));
    }

    private void take(String line, int number) {
        var trimmed = line.strip();
        if (fence != null) {
            if (trimmed.startsWith(fence)) {
                fence = null;
            } else {
                add(line, number);
            }
        } else if (trimmed.startsWith("```") || trimmed.startsWith("~~~")) {
            fence = trimmed.substring(0, 3);
        } else {
            heading(line).ifPresentOrElse(found -> open(found, number), () -> add(line, number));
        }
    }

    private void open(Heading found, int number) {
        section = found.section();
        level = found.level();
        if (section instanceof Named(var name)) {
            places.putIfAbsent(name, number + ":1");
        }
        add(found.rest(), number);
    }

    private void add(String line, int number) {
        switch (section) {
            case OfPoint(var point) -> {
                var bare = BULLET.matcher(line).replaceFirst("").strip();
                if (!bare.isEmpty() && !RULE.matcher(bare).matches()) {
                    points.computeIfAbsent(point, _ -> new ArrayList<>())
                            .add(new Passage(bare, number + ":" + (line.indexOf(bare) + 1)));
                }
            }
            case Named(var name) -> named.computeIfAbsent(name, _ -> new StringBuilder()).append(line).append('\n');
        }
    }

    private Optional<Heading> heading(String line) {
        var mark = MARK.matcher(line);
        var bare = mark.find() ? line.substring(mark.end()) : line;
        var hashes = mark.group(1) != null && mark.group(1).startsWith("#") ? mark.group(1).length() : 0;
        var text = NUMBER.matcher(unmarked(bare)).replaceFirst("");
        var end = nameEnd(text);
        var name = unmarked(text.substring(0, end)).strip();
        var rest = end < text.length() ? unmarked(text.substring(end + 1)).strip() : "";
        var known = name.length() > LONGEST_NAME ? Optional.<Section>empty() : known(name);
        if (known.isPresent()) {
            return Optional.of(new Heading(known.get(), hashes, rest));
        }
        if (hashes == 1 && !named.containsKey("title")) {
            return Optional.of(new Heading(new Named("title"), 1, unmarked(text).strip()));
        }
        return hashes > 0 && (level == 0 || hashes <= level)
                ? Optional.of(new Heading(new Named("other"), hashes, ""))
                : Optional.empty();
    }

    private static Optional<Section> known(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Point.named(name).<Section>map(OfPoint::new)
                .or(() -> NAMED.contains(lower) ? Optional.of(new Named(lower)) : Optional.empty());
    }

    private static int nameEnd(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (DELIMITERS.indexOf(text.charAt(at)) >= 0 || text.startsWith(" - ", at)) {
                return text.startsWith(" - ", at) ? at + 1 : at;
            }
        }
        return text.length();
    }

    /// Without the signs of emphasis round it, and the heading's closing `#`.
    private static String unmarked(String text) {
        return text.strip().replaceAll("^(?:\\*\\*|__|`|\\*(?!\\s))|(?:\\*\\*|__|`|\\*|\\s#{1,6})$", "").strip();
    }
}
