package dev.wingman.gatekeeper;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

/// What workers, admins and other services do to the gatekeeper.
final class Calls {

    static final Duration SOON = Duration.ofSeconds(20);

    private Calls() {}

    static RequestSpecification as(Tokens who) {
        return given().header("Authorization", "Bearer " + who.jwt());
    }

    static Tokens ours() {
        return Tokens.admin("wingman", "root");
    }

    static RequestSpecification json(Tokens who) {
        return as(who).contentType(ContentType.JSON);
    }

    static Response submit(Tokens who, Object instruction) {
        return json(who).body(instruction).post("/v1/instructions");
    }

    /// Registers a tenant and returns once this service knows it.
    static void register(String tenant) {
        register(ours(), tenant);
    }

    static void register(Tokens admin, String tenant) {
        json(admin).body(entry(tenant)).put("/v1/tenants/" + tenant).then().statusCode(201);
        await().atMost(SOON).until(
                () -> as(Tokens.worker(tenant, "anybody")).get("/v1/whoami").statusCode() == 200);
    }

    static Map<String, Object> entry(String tenant) {
        return Map.of("tenant_id", tenant, "tier", "standard", "status", "active", "workers",
                List.of(Map.of("worker", "coder-1", "owner", "olga")), "sites",
                List.of(Map.of("name", "local", "roots", List.of("/tmp"), "default", true)));
    }

    static Map<String, Object> instruction() {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", "Export the orders");
        body.put("deliverables", List.of("A CSV export of the orders of October"));
        body.put("success_criteria",
                List.of(Map.of("text", "The export is written", "predicate",
                        Map.of("type", "file", "path", "/tmp/out.csv", "state", "present")), "The customer smiles"));
        body.put("boundaries", "Only files below /tmp; never run `docker system prune`");
        body.put("dependencies", "The nightly copy of the orders");
        body.put("mitigation", "The export stands beside the old one and can be dismissed");
        body.put("test_process", "Count the lines and compare with the copy");
        body.put("test_results_format", "One line with both counts");
        body.put("resource_requirements", "One core, 200 MB");
        body.put("risk_assessment", Map.of("level", "low", "reason", "It reads alone"));
        body.put("quality_metrics", "Both counts are equal");
        return body;
    }

    static Map<String, Object> instruction(String name, Object value) {
        var body = instruction();
        body.put(name, value);
        return body;
    }

    /// A lock on one worker, signed by whom the test likes and in any case said to be the watcher's.
    static WireRecord locked(String tenant, String worker, long version, String signer) {
        var lock = new Lock(UUID.randomUUID(), Lock.Scope.WORKER, new Identifier(worker), "a false claim",
                Instant.parse("2026-11-22T12:00:00Z"));
        var envelope = new Envelope<>(Ids.first(Instant.now()), new Identifier(tenant), Service.WATCHER, tenant,
                Instant.now(), "DEV", Optional.empty(), new LocksChanged(version, List.of(lock)));
        return SigningKey.read(Parts.keys().signingKey(signer)).sign(Codec.encode(envelope));
    }

    static void lock(String tenant, String worker, long version, String signer) {
        var record = locked(tenant, worker, version, signer);
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    static List<Topics.Raw> instructionsOf(String tenant) {
        return Topics.read(Topic.INSTRUCTIONS.topicName()).stream().filter(raw -> tenant.equals(raw.key())).toList();
    }
}
