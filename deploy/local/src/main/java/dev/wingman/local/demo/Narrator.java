package dev.wingman.local.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import picocli.CommandLine.Help.Ansi;

/// Tells what happens, one line each: seconds since the start, who, what. Colours are for terminals only.
public final class Narrator {

    private static final int LONGEST = 84;
    /// What is left of 100 columns behind the time and the name.
    private static final Pattern LINE = Pattern.compile("(.{1,75})(?:\\s+|$)");

    private final PrintWriter out;
    private final Ansi ansi;
    private final Instant began;

    public Narrator(PrintWriter out, Ansi ansi, Instant began) {
        this.out = out;
        this.ansi = ansi;
        this.began = began;
    }

    void part(int number, String title) {
        line("");
        line(paint("bold", "%d  %s".formatted(number, title)));
    }

    void event(Instant at, String who, String what) {
        line(row(at, who, what));
    }

    public void event(String who, String what) {
        event(Instant.now(), who, what);
    }

    /// An event that is told whole, on as many lines of a terminal as it takes.
    public void whole(String who, String what) {
        var at = Instant.now();
        LINE.matcher(what).replaceAll("$1\n").lines().forEach(line -> event(at, who, line));
    }

    /// An event that ends a measured stretch of time.
    void measured(Instant at, String who, String what, String stretch, Duration took) {
        line(row(at, who, what) + paint("cyan", "   [%s %s]".formatted(stretch, spoken(took))));
    }

    private String row(Instant at, String who, String what) {
        var seconds = String.format(Locale.ROOT, "%7.2f s", Duration.between(began, at).toMillis() / 1000.0);
        return paint("faint", seconds) + "  " + paint("bold", String.format("%-14s", who)) + coloured(shortened(what));
    }

    /// A verdict, a lock and a refusal have their colours wherever they are told.
    private String coloured(String what) {
        var text = what;
        for (var word : List.of("FALSE", "UNVERIFIABLE", "TRUE", "422", "423", "404", "202", "locked", "kill -9")) {
            text = text.replaceFirst("\\b" + word + "\\b", paint(colour(word), word).replace("\\", "\\\\"));
        }
        return text;
    }

    private static String colour(String word) {
        return switch (word) {
            case "TRUE", "202" -> "green";
            case "UNVERIFIABLE" -> "yellow";
            default -> "red";
        };
    }

    /// The table of all steps, and the sentence that sums it up.
    public void summary(List<Step> steps) {
        line("");
        line(paint("bold", "    %-43s %-30s %-30s %8s".formatted("step", "expected", "seen", "time")));
        for (var step : steps) {
            var mark = step.asExpected() ? paint("green", "✔") : paint("red", "✘");
            line("%s %d %-43s %-30s %-30s %8s".formatted(mark, step.part(), step.what(), step.expected(),
                    shortened(step.seen()), spoken(step.took())));
        }
        long good = steps.stream().filter(Step::asExpected).count();
        line("");
        line(good == steps.size()
                ? paint("green", "All %d steps as expected, in %s.".formatted(good, spoken(now())))
                : paint("red", "%d of %d steps were not as expected.".formatted(steps.size() - good, steps.size())));
    }

    public Duration now() {
        return Duration.between(began, Instant.now());
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public String paint(String style, String text) {
        return ansi.enabled() ? ansi.string("@|" + style + " " + text.replace("|@", "| @") + "|@") : text;
    }

    static String spoken(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
