package dev.wingman.gatekeeper.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.wingman.gatekeeper.domain.Passage;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.gatekeeper.domain.Stray;
import dev.wingman.screening.Lines;

/// An instruction written as text under headings. A heading stands at the start of its line and has nothing but its name in it:
/// `## Success Criteria`, `**SUCCESS_CRITERIA**`, `2) Success criteria:`, `SUCCESS_CRITERIA — at least ...`, or it begins an item of
/// a list that is not itself a point's content. A usual synonym ("Acceptance criteria") is a heading, too, but below a heading
/// with `#` only with `#` itself: there an ordinary word begins many a line.
public final class Document {

    private static final Pattern ITEM = Pattern
            .compile("^[\\s>]*+(?:(?:[-*+•]|\\d{1,2}[.)])\\s++)?(?:\\[[ xX]\\]\\s++)?");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:={3,}|-{3,}|\\*{3,}|_{3,})\\s*$");
    private static final List<String> NAMED = List.of("title", "site", "action");
    private static final int LONGEST_NAME = 40;

    private static final int MOST_STRAYS = 50;
    private static final int WORDS_OF_A_LABEL = 4;

    /// @param lead the heading itself, where it says of what stands below it that it is not to be
    private record Opening(Section section, int level, int bullet, String rest, Optional<String> lead) {
        Opening(Section section, int level, int bullet, String rest) {
            this(section, level, bullet, rest, Optional.empty());
        }
    }

    private sealed interface Section {}

    private record OfPoint(Point point) implements Section {}

    private record Named(String name) implements Section {}

    private final Map<Point, List<Passage>> points = new EnumMap<>(Point.class);
    private final Map<String, StringBuilder> named = new java.util.HashMap<>();
    private final Map<String, String> places = new java.util.HashMap<>();
    private Section section = new Named("preamble");
    private int level;
    /// How far the list's sign is indented that opened this section; -1 when none did.
    private int bullet = -1;
    private @Nullable String fence;
    private final List<Stray> strays = new ArrayList<>();
    private Optional<Passage> lead = Optional.empty();

    private Document() {}

    public static Document read(String text) {
        var document = new Document();
        var number = 1;
        var from = 0;
        for (var end = Lines.end(text, from); end < text.length(); end = Lines.end(text, from)) {
            document.take(text.substring(from, end), number++);
            from = Lines.next(text, end);
        }
        document.take(text.substring(from), number);
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

    /// The headings that name no point, in their order; not all of a text of nothing else.
    public List<Stray> strays() {
        return strays;
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
        } else if (trimmed.isEmpty()) {
            add(line, number);
        } else {
            opening(line, number).ifPresentOrElse(found -> open(found, number), () -> add(line, number));
        }
    }

    private void open(Opening found, int number) {
        level = found.section().equals(section) && level > 0 ? Math.min(level, found.level()) : found.level();
        section = found.section();
        bullet = found.bullet();
        lead = found.lead().map(text -> new Passage(text, number + ":1"));
        if (section instanceof Named(var name)) {
            places.putIfAbsent(name, number + ":1");
        }
        add(found.rest(), number);
    }

    private void add(String line, int number) {
        switch (section) {
            case OfPoint(var point) -> {
                var bare = withoutMark(line);
                if (!bare.isEmpty() && (Character.isLetterOrDigit(bare.charAt(0)) || !RULE.matcher(bare).matches())) {
                    var passages = points.computeIfAbsent(point, _ -> new ArrayList<>());
                    lead.ifPresent(passages::add);
                    lead = Optional.empty();
                    passages.add(new Passage(bare, number + ":" + (line.indexOf(bare) + 1)));
                }
            }
            case Named(var name) -> named.computeIfAbsent(name, _ -> new StringBuilder()).append(line).append('\n');
        }
    }

    /// Most lines begin with a letter, and no mark of a list does.
    private static String withoutMark(String line) {
        if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
            return line.strip();
        }
        var mark = ITEM.matcher(line);
        return (mark.lookingAt() ? line.substring(mark.end()) : line).strip();
    }

    private Optional<Opening> opening(String line, int number) {
        var heading = Heading.of(line);
        var hashes = heading.hashes();
        var mayBeKnown = heading.name().length() <= LONGEST_NAME && !isContent(heading);
        var known = mayBeKnown ? known(heading) : Optional.<Opening>empty();
        if (known.isPresent()) {
            return known;
        }
        if (hashes == 0 || !heading.spaced() || heading.bullet() >= 0) {
            if (mayBeKnown && !isUnderHashes() && isLabel(line, heading)) {
                stray(heading, number, false);
            }
            return Optional.empty();
        }
        if (hashes == 1 && !named.containsKey("title")) {
            return Optional.of(new Opening(new Named("title"), 1, -1, Heading.unmarked(line.strip().substring(1))));
        }
        var leaves = level == 0 || hashes <= level;
        stray(heading, number, leaves);
        return leaves ? Optional.of(new Opening(new Named("other"), hashes, -1, "")) : Optional.empty();
    }

    private void stray(Heading heading, int number, boolean leaves) {
        if (strays.size() < MOST_STRAYS && !heading.name().isBlank()) {
            strays.add(new Stray(heading.name(), number + ":1", leaves || !(section instanceof OfPoint(var point))
                    ? Optional.empty()
                    : Optional.of(point)));
        }
    }

    /// A few words with nothing behind them but a colon, or in bold.
    private static boolean isLabel(String line, Heading heading) {
        var text = line.strip();
        return heading.bullet() < 0 && (text.endsWith(":") || text.endsWith("**") || text.endsWith("__"))
                && heading.rest().isEmpty() && heading.name().split(" ", -1).length <= WORDS_OF_A_LABEL;
    }

    /// Whether a heading with `#` opened what this line stands in.
    private boolean isUnderHashes() {
        return level > 0 && (section instanceof OfPoint || section.equals(new Named("other")));
    }

    /// An item below a point belongs to it, whatever it begins with, unless the point is an item of the same list.
    private boolean isContent(Heading heading) {
        return heading.bullet() >= 0 && section instanceof OfPoint && (bullet < 0 || heading.bullet() > bullet);
    }

    /// What is out of scope stays that: a synonym's own words go before what stands below it.
    private Optional<Opening> known(Heading heading) {
        var named = Point.named(heading.name());
        if (named.isEmpty()) {
            var lower = heading.name().toLowerCase(Locale.ROOT);
            return NAMED.contains(lower)
                    ? Optional.of(opening(heading, new Named(lower), Optional.empty()))
                    : Optional.empty();
        }
        var point = named.get().point();
        if (named.get().byName()) {
            return Optional.of(opening(heading, new OfPoint(point), Optional.empty()));
        }
        return heading.hashes() == 0 && isUnderHashes()
                ? Optional.empty()
                : Optional.of(opening(heading, new OfPoint(point),
                        point == Point.BOUNDARIES ? Optional.of(heading.name() + ":") : Optional.empty()));
    }

    private static Opening opening(Heading heading, Section section, Optional<String> lead) {
        return new Opening(section, heading.hashes(), heading.bullet(), heading.rest(), lead);
    }
}
