package dev.wingman.screening.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Finds secrets. Overlapping stretches of one rule are joined before its expression runs, so a text that consists of nothing but
/// keywords still costs each rule one pass at most.
public final class Secrets {
    private static final int BEFORE_KEYWORD = 40;

    private record Candidate(int rule, int start, int end) {}

    private final List<SecretRule> rules;
    private final Keywords keywords;
    private final int[] ruleOf;

    private Secrets(List<SecretRule> rules) {
        this.rules = List.copyOf(rules);
        keywords = new Keywords(rules.stream().flatMap(rule -> rule.keywords().stream()).toList());
        ruleOf = rules.stream().flatMapToInt(rule -> rule.keywords().stream().mapToInt(_ -> rules.indexOf(rule)))
                .toArray();
    }

    /// The rules of `rules.tsv`.
    public static Secrets standard() {
        try (var table = Secrets.class.getResourceAsStream("rules.tsv")) {
            if (table == null) {
                throw new IllegalStateException("rules.tsv is missing from the jar");
            }
            return new Secrets(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SecretRule::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The kinds that are known, in the order in which one wins over another.
    public List<String> kinds() {
        return rules.stream().map(SecretRule::kind).toList();
    }

    /// Every secret, in the order of the text, none overlapping another.
    public List<Secret> in(String text) {
        var windows = new Window[rules.size()];
        var candidates = new ArrayList<Candidate>();
        keywords.scan(text, (keyword, end) -> {
            var rule = ruleOf[keyword];
            var from = Math.max(0, end - BEFORE_KEYWORD);
            var to = Math.min(text.length(), end + rules.get(rule).reach());
            windows[rule] = joined(windows[rule], from, to, rule, text, candidates);
        });
        for (var rule = 0; rule < windows.length; rule++) {
            confirm(windows[rule], rule, text, candidates);
        }
        return withoutOverlaps(candidates);
    }

    private record Window(int from, int to) {}

    private Window joined(@Nullable Window open, int from, int to, int rule, String text, List<Candidate> candidates) {
        if (open != null && from <= open.to()) {
            return new Window(open.from(), Math.max(open.to(), to));
        }
        confirm(open, rule, text, candidates);
        return new Window(from, to);
    }

    private void confirm(@Nullable Window window, int index, String text, List<Candidate> candidates) {
        if (window == null) {
            return;
        }
        var rule = rules.get(index);
        var matcher = rule.pattern().matcher(text.substring(window.from(), window.to()));
        while (matcher.find()) {
            var start = window.from() + matcher.start(1);
            var end = window.from() + matcher.end(1);
            if (standsAlone(text, start, end) && rule.check().passes(text.substring(start, end))) {
                candidates.add(new Candidate(index, start, end));
            }
        }
    }

    /// A key is not part of a longer run of letters and digits.
    private static boolean standsAlone(String text, int start, int end) {
        return !(start > 0 && inWord(text.charAt(start - 1)) && inWord(text.charAt(start)))
                && !(end < text.length() && inWord(text.charAt(end)) && inWord(text.charAt(end - 1)));
    }

    private static boolean inWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private List<Secret> withoutOverlaps(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::rule));
        var secrets = new ArrayList<Secret>();
        Candidate open = null;
        for (var candidate : candidates) {
            if (open == null) {
                open = candidate;
            } else if (candidate.start() < open.end()) {
                open = new Candidate(Math.min(open.rule(), candidate.rule()), open.start(),
                        Math.max(open.end(), candidate.end()));
            } else {
                secrets.add(secret(open));
                open = candidate;
            }
        }
        if (open != null) {
            secrets.add(secret(open));
        }
        return List.copyOf(secrets);
    }

    private Secret secret(Candidate candidate) {
        var rule = rules.get(candidate.rule());
        return new Secret(rule.kind(), rule.name(), candidate.start(), candidate.end());
    }
}
