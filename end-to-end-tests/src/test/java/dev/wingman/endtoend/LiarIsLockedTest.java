package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Claim;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.demo.LiveView;
import dev.wingman.local.demo.Plans;

/// Part 2 of the story.
class LiarIsLockedTest {

    private final Tenant acme = World.tenant("liar");

    @Test
    void aFalseClaimLocksItsWorkerAndTellsTheHumansWithinTenSeconds() {
        var liar = acme.worker("coder-1");
        var missing = acme.playground().file("never-written.csv");
        try (var live = new LiveView(acme.sre())) {
            var asked = Instant.now();
            var claim = Tenant.got(liar.claim(Claim.of("created file " + missing))).claimId();

            var verdict = live.verdict(claim, World.PATIENCE).orElseThrow();
            World.eventually(() -> !acme.messagesAbout(claim).isEmpty());
            var told = acme.messagesAbout(claim).getFirst().at();

            World.eventually(() -> Tenant.entries(acme.export(), "verdict-reached", claim).size() == 1);
            var reached = Instant.parse(Tenant.entries(acme.export(), "verdict-reached", claim).getFirst()
                    .path("headers").path("ce_time").asText());
            World.tell("claim → verdict", Duration.between(asked, reached));
            World.tell("claim → verdict in the live view", Duration.between(asked, verdict.at()));
            World.tell("verdict → alert", Duration.between(reached, told));
            assertThat(verdict.text("verdict")).isEqualTo("FALSE");
            assertThat(Duration.between(asked, told)).isLessThan(World.SOON);
            World.eventually(() -> acme.locked("coder-1"));
            assertThat(refusalOf(liar.submit(Plans.complete(missing), Optional.empty())))
                    .isInstanceOfSatisfying(Refusal.Locked.class,
                            locked -> assertThat(locked.reason()).contains(claim).contains("FALSE"));
        }
    }

    @Test
    void aLockedWorkerIsStillHeard() {
        var liar = acme.worker("coder-2");
        var lie = Tenant.got(liar.claim(Claim.of("created file " + acme.playground().file("gone.csv")))).claimId();
        Tenant.got(liar.awaitVerdict(lie, World.PATIENCE));
        World.eventually(() -> acme.locked("coder-2"));
        var real = acme.playground().write("real.csv", "1;2\n");

        var next = Tenant.got(liar.claim(Claim.of("created file " + real))).claimId();

        assertThat(Tenant.got(liar.awaitVerdict(next, World.PATIENCE)).verdict()).contains(Verdict.TRUE);
        assertThat(acme.locked("coder-2")).isTrue();
    }

    private static Refusal refusalOf(Reply<?> reply) {
        return switch (reply) {
            case Reply.No(var refusal) -> refusal;
            case Reply.Ok(var value, _) -> throw new AssertionError("accepted: " + value);
        };
    }
}
