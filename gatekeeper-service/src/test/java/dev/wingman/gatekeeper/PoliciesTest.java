package dev.wingman.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.mutiny.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.Facts;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.gatekeeper.domain.policy.Ruling;
import dev.wingman.gatekeeper.domain.policy.Rulings;

class PoliciesTest {

    private static final Facts FACTS = new Facts("Export the orders", Map.of(), new Action.None(), Optional.empty(),
            "DEV", new Identifier("coder-1"), Optional.empty(), Risk.LOW, 1, 1, Instant.EPOCH);

    private final Vertx vertx = Vertx.vertx();
    private final Breaking compiler = new Breaking();
    private final Policies policies = new Policies(compiler, vertx);

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void deniesByEachRuleWhereTheyCannotBeMadeReadyAndSaysWhatToDo() {
        compiler.breaksWith = Optional.of(new IllegalStateException("nobody foresaw this"));

        var rulings = new Rulings(judged(entry("no-friday", "eyes")));

        assertThat(rulings.violations("")).extracting(Violation::rule).containsExactly("policy/no-friday-failed",
                "policy/eyes-failed");
        assertThat(rulings.violations("")).extracting(Violation::message).allMatch(
                message -> message.contains("it denies: it could not be made ready, which may pass.")
                        && !message.contains("nobody foresaw"));
    }

    @Test
    void deniesAlsoWhereTheLanguageItselfIsNotThere() {
        compiler.breaksWith = Optional.of(new NoClassDefFoundError("dev/cel"));

        assertThat(judged(entry("eyes"))).hasOnlyElementsOfType(Ruling.Fails.class).hasSize(1);
    }

    @Test
    void triesThemAgainAtTheNextCallThoughTheEntryIsTheSame() {
        compiler.breaksWith = Optional.of(new IllegalStateException("once"));
        assertThat(judged(entry("eyes"))).hasSize(1);

        compiler.breaksWith = Optional.empty();

        assertThat(judged(entry("eyes"))).isEmpty();
    }

    @Test
    void compilesThemOnceForAsLongAsTheyStay() {
        judged(entry("eyes"));
        judged(entry("eyes"));
        judged(entry("eyes", "far"));

        assertThat(compiler.compiled).hasValue(2);
    }

    private List<Ruling> judged(TenantSet entry) {
        return policies.of(entry).await().atMost(Duration.ofSeconds(20)).judge(FACTS);
    }

    private static TenantSet entry(String... rules) {
        return new TenantSet(new Identifier("acme"), Tier.STANDARD, TenantSet.Status.ACTIVE, 1, List.of(), List.of(),
                List.of(), List.of(), new TenantSet.Policy(TenantSet.Policy.ofTier().approvals(), Optional.empty(),
                        Optional.empty(),
                        List.of(rules).stream().map(id -> new TenantSet.Rule(id, "true", "deny")).toList()));
    }

    /// Makes rules that stay silent, or breaks as the real one never should.
    private static final class Breaking implements RuleCompiler {

        private final AtomicInteger compiled = new AtomicInteger();
        private volatile Optional<Throwable> breaksWith = Optional.empty();

        @Override
        public Rules compile(List<TenantSet.Rule> rules) {
            compiled.incrementAndGet();
            breaksWith.ifPresent(Breaking::raise);
            return Rules.NONE;
        }

        @Override
        public List<Violation> faults(List<TenantSet.Rule> rules) {
            return List.of();
        }

        private static void raise(Throwable fault) {
            switch (fault) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new AssertionError(fault);
            }
        }
    }
}
