package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Answers.Page;
import dev.wingman.client.Claim;
import dev.wingman.contracts.Service;
import dev.wingman.local.demo.Plans;

/// Part 4 of the story.
class StrangersSeeNothingTest {

    private final Tenant acme = World.tenant("seen");
    private final Tenant globex = World.tenant("stranger");

    @Test
    void anotherTenantSeesNoneOfItByAnyCall() throws IOException {
        var worker = acme.worker("coder-1");
        var missing = acme.playground().file("secret-plans.csv");
        var instruction = Tenant.got(worker.submit(Plans.complete(missing), Optional.empty())).instructionId();
        var claim = Tenant.got(worker.claim(Claim.of("created file " + missing))).claimId();
        World.eventually(() -> acme.locked("coder-1") && !acme.messagesAbout(claim).isEmpty());
        World.eventually(() -> Tenant.entries(acme.export(), "alert-raised", claim).size() == 1);

        var sre = globex.sre();
        assertThat(List.of(sre.claims(Map.of()), sre.lockdowns(), sre.alerts(), sre.workers())).map(Tenant::got)
                .flatMap(Page::items).isEmpty();
        for (var path : List.of("/v1/claims/" + claim, "/v1/ledger/proofs/inclusion?event_id=" + claim)) {
            assertThat(globex.get(Service.CLAIM_LOGGER, path, "sam", "sre").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(globex.get(Service.AUDITOR, "/v1/verdicts/" + claim, "sam", "sre").statusCode()).isEqualTo(404);
        assertThat(globex.get(Service.GATEKEEPER, "/v1/instructions/" + instruction, "sam", "sre").statusCode())
                .isEqualTo(404);
        assertThat(globex.get(Service.NOTIFIER, "/v1/deliveries", "sam", "sre").body()).contains("\"items\":[]");
        assertThat(Tenant.entries(globex.export())).noneMatch(entry -> entry.toString().contains(acme.id()));
        assertThat(Tenant.got(globex.worker("coder-1").submit(Plans.complete(missing), Optional.empty())))
                .as("its own coder-1 is not locked").isNotNull();
    }
}
