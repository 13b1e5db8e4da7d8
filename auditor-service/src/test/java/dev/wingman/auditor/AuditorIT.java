package dev.wingman.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.auditor.domain.Audit;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Openness;
import dev.wingman.contracts.Predicate.Presence;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@SuppressWarnings("NullAway.Init")
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "auditor-service"))
class AuditorIT {

    @TempDir
    Path root;

    @Inject
    Verdicts verdicts;

    @Test
    void refutesAFileThatWasNeverWritten() {
        var scene = Scene.of("never-written", root);

        var verdict = scene.verdict(scene.claims(scene.file("out.csv", Presence.PRESENT)));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(verdict.cause()).endsWith("nothing there");
        assertThat(verdict.findings().getFirst().witnesses()).containsExactly("file@local");
    }

    @Test
    void upholdsAFileThatIsThere() throws IOException {
        var scene = Scene.of("is-there", root);
        Files.writeString(root.resolve("out.csv"), "1,2,3");

        var verdict = scene.verdict(scene.claims(
                Scene.file(root.resolve("out.csv").toString(), Presence.PRESENT, Optional.of("2,3"))));

        assertThat(verdict.verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void keepsEvidenceThatReplaysToTheSameVerdict() throws IOException {
        var scene = Scene.of("replay", root);
        Files.writeString(root.resolve("out.csv"), "1,2,3");
        var claim = scene.claims(Scene.file(root.resolve("out.csv").toString(), Presence.PRESENT, Optional.of("4")),
                scene.file("out.csv", Presence.PRESENT), scene.file("none", Presence.ABSENT));
        scene.verdict(claim);

        var kept = verdicts.find(new Identifier("replay"), claim).await().atMost(Scene.PATIENCE).orElseThrow();

        assertThat(Audit.judge(kept.evidence())).isEqualTo(kept.judgement());
        assertThat(kept.judgement().verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void saysWhyProseCannotBeChecked() {
        var scene = Scene.of("prose", root);

        var verdict = scene.verdict(scene.says("I refactored everything and it is much better now"));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("fit no rule").contains("created file");
    }

    @Test
    void believesADeletionOnlyOfAFileThatItSaw() throws IOException {
        var scene = Scene.of("deletion", root);
        var file = Files.writeString(root.resolve("old.txt"), "old");
        scene.verdict(scene.says("I created file " + file));
        Files.delete(file);

        var seen = scene.verdict(scene.says("I deleted " + file));
        var neverSeen = scene.verdict(scene.says("I deleted " + root.resolve("never.txt")));

        assertThat(seen.verdict()).isEqualTo(Verdict.TRUE);
        assertThat(neverSeen.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
    }

    @Test
    void seesNothingThroughALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
        var scene = Scene.of("escape", root);
        Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createSymbolicLink(root.resolve("there"), elsewhere.resolve("secret"));
        Files.createSymbolicLink(root.resolve("not-there"), elsewhere.resolve("nothing"));

        var there = scene.verdict(scene.claims(scene.file("there", Presence.PRESENT)));
        var notThere = scene.verdict(scene.claims(scene.file("not-there", Presence.PRESENT)));

        assertThat(there.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(there.cause()).endsWith("outside the roots of this site");
        assertThat(notThere.findings().getFirst().cause()).isEqualTo(there.findings().getFirst().cause());
    }

    @Test
    void seesNothingOutsideTheRoots() {
        var scene = Scene.of("outside", root);

        var verdict = scene.verdict(scene.claims(Scene.file("/etc/passwd", Presence.PRESENT, Optional.empty())));
        var upwards = scene.verdict(scene.claims(
                Scene.file(root + "/../../etc/passwd", Presence.PRESENT, Optional.empty())));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).endsWith("outside the roots of this site");
        assertThat(upwards.cause()).endsWith("outside the roots of this site");
    }

    @Test
    void showsAVerdictToItsWorkerAndItsTenantsHumansOnly() {
        var scene = Scene.of("mine", root);
        Scene.of("theirs", root);
        var claim = scene.claims(scene.file("out.csv", Presence.PRESENT));
        scene.verdict(claim);
        var path = "/v1/verdicts/" + claim;

        scene.as(Tokens.worker("mine", "coder-1")).get(path).then().statusCode(200).body("verdict", equalTo("FALSE"));
        scene.as(Tokens.operator("mine", "olga")).get(path).then().statusCode(200);
        scene.as(Tokens.worker("mine", "coder-2")).get(path).then().statusCode(404);
        scene.as(Tokens.sre("theirs", "sam")).get(path).then().statusCode(404);
        scene.as(Tokens.admin("mine", "ada")).get(path).then().statusCode(403);
        scene.as(Tokens.sre("mine", "sam")).get("/v1/verdicts/none").then().statusCode(404);
    }

    @Test
    void reachesOneVerdictOfAClaimThatComesTwice() {
        var scene = Scene.of("twice", root);
        var claim = new ClaimRecorded(Ids.first(Instant.now()), new Identifier("coder-1"), Optional.empty(), false,
                Optional.empty(), List.of(scene.file("x", Presence.PRESENT)), Optional.empty(), false);
        scene.publish(claim);
        scene.publish(claim);
        scene.verdict(claim.claimId());
        scene.publish(claim);

        scene.verdict(scene.claims(scene.file("last", Presence.PRESENT)));

        assertThat(scene.verdicts(claim.claimId())).isEqualTo(1);
    }

    @Test
    void judgesTheNextClaimAfterARecordThatIsNone() {
        var scene = Scene.of("poison", root);
        var id = UUID.randomUUID().toString();
        Topics.publish("wingman.claims.v1", "poison", Map.of("ce_type", "claim-recorded", "ce_id", id),
                "{\"statement\": 7".getBytes(StandardCharsets.UTF_8));

        var verdict = scene.verdict(scene.claims(scene.file("x", Presence.PRESENT)));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        Topics.await("wingman.dead-letters.v1", Scene.PATIENCE, record -> record.text().contains(id));
    }

    @Test
    void judgesTheNextClaimAfterARecordWhoseLetterWouldFitOnNoTopic() {
        var scene = Scene.of("bloat", root);
        var id = UUID.randomUUID().toString();
        var headers = new HashMap<>(Map.of("ce_type", "claim-recorded", "ce_id", id));
        for (int i = 0; i < 64; i++) {
            headers.put("x" + i, "\u0001".repeat(4_096));
        }
        Topics.publish("wingman.claims.v1", "bloat", headers, "7".getBytes(StandardCharsets.UTF_8));

        assertThat(scene.verdict(scene.claims(scene.file("x", Presence.PRESENT))).verdict()).isEqualTo(Verdict.FALSE);
        Topics.await("wingman.dead-letters.v1", Scene.PATIENCE, record -> record.text().contains(id));
    }

    @Test
    void judgesEachClaimOnceThoughTheDatabaseDiesInTheMiddle() throws IOException {
        var scene = Scene.of("restart", root);
        Files.writeString(root.resolve("out.csv"), "1,2,3");
        var before = claims(scene, 40);
        Parts.postgres().kill();
        var meanwhile = claims(scene, 40);
        Parts.postgres().start();

        for (var claim : before) {
            assertThat(scene.verdict(claim).verdict()).isEqualTo(Verdict.TRUE);
        }
        for (var claim : meanwhile) {
            assertThat(scene.verdict(claim).verdict()).isEqualTo(Verdict.TRUE);
        }
        scene.verdict(scene.claims(scene.file("last", Presence.PRESENT)));
        assertThat(before).allSatisfy(claim -> assertThat(scene.verdicts(claim)).isEqualTo(1));
    }

    @Test
    void letsNobodyWaitForAProbeThatHangs() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var address = "127.0.0.1:" + silent.getLocalPort();
            var hanging = Scene.of("hanging", root, address);
            var quick = Scene.of("quick", root);
            var stuck = hanging.claims(
                    new Predicate.Http(URI.create("http://" + address + "/"), 200, Optional.empty()));

            var started = Instant.now();
            quick.verdict(quick.claims(quick.file("x", Presence.PRESENT)));
            hanging.verdict(hanging.claims(hanging.file("x", Presence.PRESENT)));

            assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofMillis(2500));
            assertThat(hanging.verdict(stuck).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        }
    }

    @Test
    void refutesAPortByTwoLooksTwoSecondsApart() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var scene = Scene.of("ports", root, "127.0.0.1:" + port);
        var started = Instant.now();

        var verdict = scene.verdict(scene.claims(new Predicate.Port("localhost", port, Openness.OPEN)));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Duration.between(started, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void waitsForTheInstructionThatAClaimCompletes() throws IOException {
        var scene = Scene.of("parked", root);
        Files.writeString(root.resolve("mine"), "x");
        var instruction = Ids.first(Instant.now());
        var claim = scene.claim("coder-1", Optional.empty(), Optional.of(instruction), true);
        scene.verdict(scene.claims(scene.file("other", Presence.PRESENT)));
        assertThat(scene.verdicts(claim)).isZero();

        scene.accept(instruction, "coder-1", scene.file("mine", Presence.PRESENT));

        assertThat(scene.verdict(claim).verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void judgesNoClaimOnAnotherWorkersInstruction() {
        var scene = Scene.of("foreign", root);
        var instruction = scene.instructs("coder-2", scene.file("x", Presence.ABSENT));

        var verdict = scene.verdict(scene.claim("coder-1", Optional.empty(), Optional.of(instruction), true));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("another worker's");
    }

    @Test
    void leavesAnotherSitesClaimToThatSite() {
        var scene = Scene.of("sites", root);
        var far = at(scene, "far");
        var nowhere = at(scene, "nowhere");

        var verdict = scene.verdict(nowhere);

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("no such site");
        assertThat(scene.verdicts(far)).isZero();
    }

    @Test
    void verifiesAtOnceAndShowsOnlyHumansWhatItSaw() throws IOException {
        var scene = Scene.of("verify", root);
        var file = Files.writeString(root.resolve("out.csv"), "1,2,3");
        var body = "{\"predicates\": [{\"type\": \"file\", \"path\": \"" + file + "\", \"state\": \"present\"}]}";

        scene.as(Tokens.worker("verify", "coder-1")).contentType("application/json").body(body).post("/v1/verify")
                .then().statusCode(200).body("verdict", equalTo("TRUE")).body("findings[0].observed", nullValue());
        scene.as(Tokens.operator("verify", "olga")).contentType("application/json").body(body).post("/v1/verify")
                .then().statusCode(200).body("findings[0].observed", matchesPattern("a file of 5 bytes.*"));
    }

    @Test
    void verifiesTenTimesAMinute() {
        var scene = Scene.of("limit", root);
        for (var call = 0; call < 10; call++) {
            scene.as(Tokens.worker("limit", "coder-1")).contentType("application/json")
                    .body("{\"statement\": \"all is well\"}").post("/v1/verify").then().statusCode(200)
                    .body("verdict", equalTo("UNVERIFIABLE"));
        }

        scene.as(Tokens.worker("limit", "coder-1")).contentType("application/json")
                .body("{\"statement\": \"all is well\"}").post("/v1/verify").then().statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"));
        scene.as(Tokens.worker("limit", "coder-2")).contentType("application/json")
                .body("{\"statement\": \"all is well\"}").post("/v1/verify").then().statusCode(200);
    }

    @Test
    void verifiesNothingForALockedWorker() {
        var scene = Scene.of("locked", root);
        scene.lock("coder-1");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> scene.as(Tokens.worker("locked", "coder-1")).contentType("application/json")
                        .body("{\"statement\": \"all is well\"}").post("/v1/verify").then().statusCode(423)
                        .body("reason", equalTo("a test")));
    }

    @Test
    void refusesABodyThatIsNoClaim() {
        var scene = Scene.of("bodies", root);
        var bodies = Map.of("{", 400, "{}", 400, "{\"statment\": \"x\"}", 400, "{\"predicates\": [null]}", 400,
                "{\"statement\": \"AKIAQ3EGZK7WVXT5N2PD\"}", 422);

        bodies.forEach((body, status) -> scene.as(Tokens.sre("bodies", "sam")).contentType("application/json")
                .body(body).post("/v1/verify").then().statusCode(status));

        scene.as(Tokens.sre("bodies", "sam")).contentType("text/plain").body("{}").post("/v1/verify").then()
                .statusCode(415);
        io.restassured.RestAssured.given().contentType("application/json").body("{}").post("/v1/verify").then()
                .statusCode(401);
    }

    private static List<UUID> claims(Scene scene, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(_ -> scene.claims(scene.file("out.csv", Presence.PRESENT))).toList();
    }

    private static UUID at(Scene scene, String site) {
        var claim = new ClaimRecorded(Ids.first(Instant.now()), new Identifier("coder-1"), Optional.empty(), false,
                Optional.empty(), List.of(scene.file("x", Presence.PRESENT)), Optional.of(site), false);
        scene.publish(claim);
        return claim.claimId();
    }
}
