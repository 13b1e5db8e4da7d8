package dev.wingman.auditor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

/// A tenant of a test, its root, and what the other services would write.
record Scene(String tenant, Path root) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A tenant that the service knows by now.
    static Scene of(String tenant, Path root, String... hosts) {
        return with(tenant, root, List.of(hosts), List.of());
    }

    static Scene with(String tenant, Path root, List<String> hosts, List<String> containers) {
        var scene = new Scene(tenant, root);
        var site = new TenantSet.Site(new Identifier("local"), List.of(root.toString()), hosts, List.of("shop"),
                containers, true);
        var far = new TenantSet.Site(new Identifier("far"), List.of(), List.of(), List.of(), List.of(), false);
        scene.publish(Service.GATEKEEPER, UUID.randomUUID(), tenant, new TenantSet(new Identifier(tenant),
                Tier.STANDARD, TenantSet.Status.ACTIVE, 1, List.of(), List.of(), List.of(), List.of(site, far),
                none()));
        await().atMost(PATIENCE)
                .until(() -> scene.as(Tokens.sre(tenant, "probe")).get("/v1/whoami").statusCode() == 200);
        return scene;
    }

    RequestSpecification as(Tokens caller) {
        return RestAssured.given().header("Authorization", "Bearer " + caller.jwt());
    }

    UUID claims(Predicate... predicates) {
        return claim("coder-1", Optional.empty(), Optional.empty(), false, predicates);
    }

    UUID says(String statement) {
        return claim("coder-1", Optional.of(statement), Optional.empty(), false);
    }

    UUID claim(String worker, Optional<String> statement, Optional<UUID> instruction, boolean completes,
            Predicate... predicates) {
        var claim = new ClaimRecorded(Ids.first(Instant.now()), new Identifier(worker), instruction, completes,
                statement, List.of(predicates), Optional.empty(), false);
        publish(claim);
        return claim.claimId();
    }

    void publish(ClaimRecorded claim) {
        publish(Service.CLAIM_LOGGER, claim.claimId(), claim.claimId().toString(), claim);
    }

    UUID instructs(String worker, Predicate... predicates) {
        var id = Ids.first(Instant.now());
        accept(id, worker, predicates);
        return id;
    }

    void accept(UUID id, String worker, Predicate... predicates) {
        var words = List.of("words");
        var points = new TenPoints(words, words, words, words, words, words, words, words, words, words);
        publish(Service.GATEKEEPER, id, id.toString(),
                new InstructionAccepted(id, new Identifier(worker), "title", Optional.empty(), points,
                        new Action.None(), List.of(predicates), Risk.LOW, ApprovalNeed.NONE, "sha256:0", "sha256:0",
                        "1"));
    }

    void lock(String worker) {
        var lock = new Lock(UUID.randomUUID(), Lock.Scope.WORKER, new Identifier(worker), "a test", Instant.now());
        publish(Service.WATCHER, UUID.randomUUID(), worker, new LocksChanged(1, List.of(lock)));
    }

    VerdictReached verdict(UUID subject) {
        return verdict(subject, PATIENCE);
    }

    VerdictReached verdict(UUID subject, Duration patience) {
        return read(Topics.await("wingman.verdicts.v1", patience,
                record -> record.header("ce_subject").equals(subject.toString())));
    }

    /// Different ones: a database that dies between the broker's answer and its own makes the relay write one again.
    long verdicts(UUID claim) {
        return Topics.read("wingman.verdicts.v1").stream()
                .filter(record -> record.header("ce_subject").equals(claim.toString()))
                .map(record -> record.header("ce_id")).distinct().count();
    }

    Predicate.File file(String name, Predicate.Presence state) {
        return file(root.resolve(name).toString(), state, Optional.empty());
    }

    static Predicate.File file(String path, Predicate.Presence state, Optional<String> contains) {
        return new Predicate.File(path, state, Optional.empty(), Optional.empty(), contains, Optional.empty());
    }

    void publish(Service source, UUID id, String subject, Event event) {
        publish(source, id, subject, Instant.now(), event);
    }

    void publish(Service source, UUID id, String subject, Instant at, Event event) {
        var record = Codec.encode(
                new Envelope<>(id, new Identifier(tenant), source, subject, at, "DEV", Optional.empty(), event));
        write(event.signed() ? SigningKey.read(Parts.keys().signingKey(source.folder())).sign(record) : record);
    }

    static void write(WireRecord record) {
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    private static TenantSet.Policy none() {
        return new TenantSet.Policy(new TenantSet.Approvals(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()), Optional.empty(), Optional.empty(), List.of());
    }

    private static VerdictReached read(Topics.Raw record) {
        try {
            return Json.tolerant().readValue(record.value(), VerdictReached.class);
        } catch (IOException e) {
            throw new AssertionError("not a verdict: " + record, e);
        }
    }
}
