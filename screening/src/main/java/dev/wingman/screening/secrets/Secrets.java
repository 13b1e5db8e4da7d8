package dev.wingman.screening.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.wingman.screening.secrets.scan.Folded;
import dev.wingman.screening.secrets.scan.Keywords;
import dev.wingman.screening.secrets.scan.Letters;
import dev.wingman.screening.secrets.scan.Shape;
import dev.wingman.screening.secrets.scan.Unescaped;
import dev.wingman.screening.spelling.Payloads;

/// Finds secrets. Each rule looks a bounded way round its keywords, and no rule looks twice at what it has read, so a text that
/// consists of nothing but keywords costs no more than a few passes.
public final class Secrets {
    /// A text may be escaped twice, and a payload may be one within another.
    private static final int DEEPEST = 2;
    private static final int SHORTEST_PAYLOAD = 24;

    private record Candidate(int rule, int start, int end) {}

    private record Keyword(String word, int rule) {}

    private final List<SecretRule> rules;
    private final DocumentedSamples samples;
    private final List<Keyword> words;
    private final Keywords keywords;

    private Secrets(List<SecretRule> rules, DocumentedSamples samples) {
        this.rules = List.copyOf(rules);
        this.samples = samples;
        words = IntStream.range(0, rules.size()).boxed()
                .flatMap(rule -> rules.get(rule).keywords().stream().map(word -> new Keyword(word, rule)))
                .toList();
        keywords = new Keywords(words.stream().map(keyword -> keyword.word().toLowerCase(Locale.ROOT)).toList());
    }

    /// The rules of `rules.tsv`.
    public static Secrets standard() {
        return new Secrets(resource("rules.tsv").lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SecretRule::parse)
                .toList(), new DocumentedSamples(resource("documented-samples.tsv")));
    }

    private Secrets(Secrets same, DocumentedSamples samples) {
        this.rules = same.rules;
        this.samples = samples;
        this.words = same.words;
        this.keywords = same.keywords;
    }

    /// The same rules, which let keys with these SHA-256 digests through, too.
    public Secrets allowing(Set<String> digests) {
        return new Secrets(this, samples.and(digests));
    }

    /// The kinds that are known, in the order in which one wins over another.
    public List<String> kinds() {
        return rules.stream().map(SecretRule::kind).distinct().toList();
    }

    /// Every secret, in the order of the text, none overlapping another.
    public List<Secret> in(String original) {
        return withoutOverlaps(candidates(original, 0)).stream().map(this::secret).toList();
    }

    private List<Candidate> candidates(String original, int depth) {
        var candidates = new ArrayList<Candidate>();
        var reading = Optional.of(Folded.of(original));
        for (var layer = 0; reading.isPresent() && layer <= DEEPEST; layer++) {
            candidates.addAll(plain(reading.get()));
            if (depth < DEEPEST) {
                candidates.addAll(encoded(reading.get(), depth));
            }
            reading = Unescaped.of(reading.get());
        }
        return candidates;
    }

    private List<Candidate> plain(Folded reading) {
        var text = reading.text();
        var read = new int[rules.size()];
        var candidates = new ArrayList<Candidate>();
        keywords.scan(text, (index, end) -> {
            var keyword = words.get(index);
            var rule = rules.get(keyword.rule());
            var start = end - keyword.word().length();
            if (start >= read[keyword.rule()]) {
                read[keyword.rule()] = rule.form().find(rule, keyword.word(), new Form.Hit(text, start, end,
                        span -> candidates.add(new Candidate(keyword.rule(), span.start(), span.end()))));
            }
        });
        candidates.removeIf(candidate -> samples.contain(text.substring(candidate.start(), candidate.end())));
        candidates.replaceAll(
                found -> new Candidate(found.rule(), reading.start(found.start()), reading.end(found.end())));
        return candidates;
    }

    /// Words that carry a text with a secret in it, in base64 or hexadecimal. None is so short that it would fit between two looks.
    private List<Candidate> encoded(Folded reading, int depth) {
        var text = reading.text();
        var candidates = new ArrayList<Candidate>();
        for (var i = SHORTEST_PAYLOAD - 1; i < text.length(); i += SHORTEST_PAYLOAD) {
            var from = runBegin(text, i);
            var end = runEnd(text, i);
            if (end - from >= SHORTEST_PAYLOAD) {
                var span = new Shape.Span(reading.start(from), reading.end(endOfPadding(text, end)));
                Payloads.in(text.substring(from, end)).stream()
                        .flatMap(payload -> candidates(payload, depth + 1).stream())
                        .min(Comparator.comparingInt(Candidate::rule))
                        .ifPresent(found -> candidates.add(new Candidate(found.rule(), span.start(), span.end())));
            }
            i = end;
        }
        return candidates;
    }

    private static int runBegin(String text, int from) {
        var begin = from;
        while (begin > 0 && Letters.isBase64(text.charAt(begin)) && Letters.isBase64(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int runEnd(String text, int from) {
        var end = from;
        while (end < text.length() && Letters.isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfPadding(String text, int from) {
        var end = from;
        while (end < text.length() && end < from + 2 && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private static String resource(String name) {
        try (var resource = Secrets.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Candidate> withoutOverlaps(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::rule));
        var secrets = new ArrayList<Candidate>();
        Candidate open = null;
        for (var candidate : candidates) {
            if (open == null) {
                open = candidate;
            } else if (candidate.start() < open.end()) {
                open = new Candidate(Math.min(open.rule(), candidate.rule()), open.start(),
                        Math.max(open.end(), candidate.end()));
            } else {
                secrets.add(open);
                open = candidate;
            }
        }
        if (open != null) {
            secrets.add(open);
        }
        return secrets;
    }

    private Secret secret(Candidate candidate) {
        var rule = rules.get(candidate.rule());
        return new Secret(rule.kind(), rule.name(), candidate.start(), candidate.end());
    }
}
