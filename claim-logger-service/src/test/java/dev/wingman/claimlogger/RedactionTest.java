package dev.wingman.claimlogger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.claimlogger.domain.Draft;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Violation;
import dev.wingman.screening.FingerprintKey;

class RedactionTest {

    /// The form of an AWS access key, made up here so that no scanner of this repository finds one.
    private static final String SECRET = "AKIA" + "Q3EGRZ7XK2LMN4PD";

    private final Redaction redaction = new Redaction(new FingerprintKey(new byte[32]));

    @Test
    void takesASecretOutOfTheStatement() {
        var clean = redaction.clean(draft("deployed with " + SECRET, List.of())).orElseThrow();

        assertThat(clean.statement().orElseThrow()).startsWith("deployed with [aws-access-key ")
                .doesNotContain(SECRET);
    }

    @Test
    void takesASecretOutOfAPredicate() {
        var file = new Predicate.File("/srv/env", Predicate.Presence.PRESENT, Optional.empty(), Optional.empty(),
                Optional.of("key=" + SECRET), Optional.empty());

        var clean = redaction.clean(draft("done", List.of(file))).orElseThrow();

        assertThat(clean.allPredicates().toString()).doesNotContain(SECRET).contains("[aws-access-key ");
    }

    @Test
    void refusesAPredicateThatMakesNoSenseWithoutItsSecret() {
        var http = new Predicate.Http(java.net.URI.create("http://localhost/" + SECRET), 200, Optional.empty());

        assertThat(redaction.clean(draft("done", List.of(http)))).isEmpty();
        assertThat(redaction.violations()).extracting(Violation::rule, Violation::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("secret/in-predicate", "/predicates/0"));
        assertThat(redaction.violations().toString()).doesNotContain(SECRET);
    }

    @Test
    void leavesADigestAlone() {
        var file = new Predicate.File("/srv/out.csv", Predicate.Presence.PRESENT,
                Optional.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"), Optional.of(3L),
                Optional.empty(), Optional.empty());

        assertThat(redaction.clean(draft("done", List.of(file))).orElseThrow().allPredicates()).containsExactly(file);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(redaction.clean(draft("a\u0000b", List.of()))).isEmpty();
        assertThat(new Redaction(new FingerprintKey(new byte[32])).clean(draft("a\ud800b", List.of()))).isEmpty();
    }

    private static Draft draft(String statement, List<Predicate> predicates) {
        return new Draft(Optional.empty(), Optional.empty(), Optional.of(statement), Optional.of(predicates),
                Optional.empty());
    }
}
