package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Claim;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.demo.Plans;

/// Part 3 of the story.
class HonestGoOnTest {

    private final Tenant acme = World.tenant("honest");

    @Test
    void aTrueClaimDisturbsNobody() {
        var honest = acme.worker("coder-2");
        var file = acme.playground().write("orders.csv", "order;total\n");

        var claim = Tenant.got(honest.claim(Claim.of("created file " + file))).claimId();

        assertThat(Tenant.got(honest.awaitVerdict(claim, World.PATIENCE)).verdict()).contains(Verdict.TRUE);
        assertThat(Tenant.got(honest.submit(Plans.complete(file), Optional.empty())).instructionId()).isNotEmpty();
        assertThat(acme.locks("coder-2")).isZero();
        assertThat(acme.messagesAbout(claim)).isEmpty();
    }

    @Test
    void aClaimThatCannotBeCheckedSaysWhyAndLocksNobody() {
        var vague = acme.worker("coder-3");

        var claim = Tenant.got(vague.claim(Claim.of("The code is much cleaner now."))).claimId();

        var judged = Tenant.got(vague.awaitVerdict(claim, World.PATIENCE));
        assertThat(judged.verdict()).contains(Verdict.UNVERIFIABLE);
        assertThat(judged.cause()).contains("nothing can be checked");
        assertThat(acme.locks("coder-3")).isZero();
    }
}
