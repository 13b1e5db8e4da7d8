package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.as;
import static dev.wingman.gatekeeper.Calls.entry;
import static dev.wingman.gatekeeper.Calls.instruction;
import static dev.wingman.gatekeeper.Calls.json;
import static dev.wingman.gatekeeper.Calls.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class OutageIT {

    private static final Tokens CODER = Tokens.worker("umbra", "coder-1");
    private static final String UNKNOWN = "not known now.";
    private static boolean registered;

    @BeforeEach
    void register() {
        if (!registered) {
            Calls.register("umbra");
            registered = true;
        }
    }

    @AfterEach
    void mendAll() {
        Parts.broker().start();
        Parts.postgres().start();
        Parts.redis().start();
        await().atMost(Calls.SOON.multipliedBy(2)).untilAsserted(() -> {
            submit(CODER, instruction()).then().statusCode(202);
            as(Calls.ours()).get("/v1/tenants/umbra").then().statusCode(200);
        });
    }

    @Test
    void takesInstructionsWithoutTheDatabaseAndCatchesUpAfterwards() {
        Parts.postgres().kill();

        var id = submit(CODER, instruction()).then().statusCode(202).extract().<String>path("instruction_id");

        json(CODER).body(instruction()).post("/v1/instructions/check").then().statusCode(200);
        as(CODER).get("/v1/instructions/" + id).then().statusCode(503).header("Retry-After", "1");
        json(Calls.ours()).body(entry("unborn")).put("/v1/tenants/unborn").then().statusCode(503);
        Parts.postgres().start();
        await().atMost(Calls.SOON).untilAsserted(() -> as(CODER).get("/v1/instructions/" + id).then()
                .statusCode(200));
    }

    @Test
    void answersUnavailableWithoutTheBrokerAndHasDoneNothing() {
        var title = "Written while nobody listened";
        Parts.broker().kill();

        submit(CODER, instruction("title", title)).then().statusCode(503).header("Retry-After", "1");
        var bad = instruction("title", title);
        bad.remove("mitigation");
        submit(CODER, bad).then().statusCode(503);

        Parts.broker().start();
        await().atMost(Calls.SOON).untilAsserted(() -> submit(CODER, instruction()).then().statusCode(202));
        assertThat(Calls.instructionsOf("umbra")).noneMatch(raw -> raw.text().contains(title));
    }

    @Test
    void deniesEverybodyOnceLocksAndRegistryAreTooOldToBeBelieved() {
        var title = "Written while nobody knew who is locked";
        Parts.broker().kill();
        // a dry run asks the memory alone: until that is too old it answers as ever
        json(CODER).body(instruction()).post("/v1/instructions/check").then().statusCode(200);

        await().atMost(Calls.SOON).untilAsserted(() -> json(CODER).body(instruction()).post("/v1/instructions/check")
                .then().statusCode(503).header("Retry-After", "1").body("detail", endsWith(UNKNOWN)));
        submit(CODER, instruction("title", title)).then().statusCode(503).header("Retry-After", "1")
                .body("detail", endsWith(UNKNOWN));

        Parts.broker().start();
        await().atMost(Calls.SOON).untilAsserted(() -> submit(CODER, instruction()).then().statusCode(202));
        assertThat(Calls.instructionsOf("umbra")).noneMatch(raw -> raw.text().contains(title));
    }

    @Test
    void knowsARepeatAlsoWhenItsMemoryIsGone() {
        var first = json(CODER).header("Idempotency-Key", "k").body(instruction()).post("/v1/instructions");
        Parts.redis().kill();

        var again = json(CODER).header("Idempotency-Key", "k").body(instruction()).post("/v1/instructions");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
    }
}
