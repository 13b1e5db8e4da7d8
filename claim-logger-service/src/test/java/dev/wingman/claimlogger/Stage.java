package dev.wingman.claimlogger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

/// A tenant of its own for each test: topics and tables are shared.
record Stage(Identifier tenant) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    static Stage open() {
        var stage = new Stage(new Identifier("t-" + UUID.randomUUID().toString().substring(0, 13)));
        stage.send(Service.GATEKEEPER, new TenantSet(stage.tenant, Tier.STANDARD, TenantSet.Status.ACTIVE, 1, List.of(),
                List.of(), List.of(), List.of(), TenantSet.Policy.ofTier()));
        await().atMost(PATIENCE).untilAsserted(() -> stage.sre().get("/v1/whoami").then().statusCode(200));
        return stage;
    }

    RequestSpecification worker(String name) {
        return as(Tokens.worker(tenant.value(), name));
    }

    RequestSpecification sre() {
        return as(Tokens.sre(tenant.value(), "mark"));
    }

    RequestSpecification operator() {
        return as(Tokens.operator(tenant.value(), "olga"));
    }

    static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.jwt());
    }

    /// Claims by prose, and gives the id.
    String claim(String worker, String statement) {
        return worker(worker).contentType(ContentType.JSON).body(Map.of("statement", statement)).post("/v1/claims")
                .then().statusCode(202).extract().path("claim_id");
    }

    WireRecord send(Service writer, Event event) {
        var envelope = new Envelope<>(Ids.first(Instant.now()), tenant, writer, tenant.value(), Instant.now(), "DEV",
                Optional.empty(), event);
        var record = SigningKey.read(Parts.keys().signingKey(writer.folder())).sign(Codec.encode(envelope));
        put(record);
        return record;
    }

    static void put(WireRecord record) {
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    NoteKey key() {
        return NoteKey.parse(sre().get("/v1/ledger/keys").then().statusCode(200).extract().path("keys[0]"));
    }

    int size() {
        return Integer.parseInt(sre().get("/v1/ledger/checkpoint").asString().lines().toList().get(1));
    }

    void awaitSize(int size) {
        await().atMost(PATIENCE).until(() -> size() >= size);
    }
}
