package dev.wingman.gatekeeper.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Risk;

/// The level that an assessment states: "high: it touches the database", "Risk: **high**" and "the risk is high" say one, "high
/// availability" and "no risk" say none. Of several the highest counts.
final class StatedRisk {

    private static final int LONGEST = 200;
    private static final Pattern LEVEL = Pattern.compile("""
            (?:[^a-z]{0,8}(?:risk|risk level|level)\\b[^a-z]{0,8}(?:(?:is|remains|stays|of)\\b[^a-z]{0,8})?\
            |(?:the|overall|residual|our|a)[ ](?:the |overall |residual )?(?:risk|risk level)\\b[^a-z]{0,8}(?:(?:is|remains|stays)\\b[^a-z]{0,8})?\
            |[^a-z]{0,8}(?=[a-z]{3,8}(?:[^a-z ]|[ ]?$|[ ](?:risk|because|since|as|due|if|when|for)\\b)))\
            (low|medium|high|critical)\\b(?!-)""");

    private StatedRisk() {}

    static Optional<Risk> in(@Nullable String text) {
        var said = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        var level = LEVEL.matcher(said.length() > LONGEST ? said.substring(0, LONGEST) : said);
        return level.lookingAt()
                ? Optional.of(Risk.valueOf(level.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    static Optional<Risk> highest(Collection<? extends @Nullable String> texts) {
        return texts.stream().filter(Objects::nonNull).flatMap(text -> in(text).stream()).max(Risk::compareTo);
    }
}
