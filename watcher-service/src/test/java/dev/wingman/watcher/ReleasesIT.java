package dev.wingman.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Tokens;

@SuppressWarnings("NullAway.Init")
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "watcher-service"))
class ReleasesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Identifier CODER = new Identifier("coder-1");

    @Inject
    Records records;

    private final SignedEvents events = SignedEvents.ofSomeTenant();
    private final UUID approval = Ids.first(Instant.now());

    @BeforeEach
    void registerTheTenant() {
        DrillsIT.register(events.tenant());
    }

    @Test
    void takesALockAwayOnASignedGrant() {
        lock();
        ask(approval);
        use(grant(approval));

        var alert = awaitAlert("released");
        assertThat(alert.severity()).isEqualTo(Severity.INFO);
        assertThat(locks()).isEmpty();
    }

    @Test
    void showsNobodyTheGrant() {
        lock();
        ask(approval);
        use(grant(approval));
        awaitAlert("released");

        var shown = records.shownAfter(events.tenant(), 0, 500).await().atMost(PATIENCE);

        assertThat(shown).extracting(Records.Shown::type).contains("approval-used");
        assertThat(shown).noneMatch(entry -> entry.json().contains("eyJ"));
    }

    @Test
    void keepsTheLockWhenTheGrantIsForAnotherTenant() {
        refused("something else", grant -> with(grant, new Identifier("somebody-else"), grant.audience(),
                grant.worker(), grant.expiresAt()));
    }

    @Test
    void keepsTheLockWhenTheGrantIsForAnotherReader() {
        refused("somebody else", grant -> with(grant, grant.tenantId(), Grant.forWatcher("PRD"), grant.worker(),
                grant.expiresAt()));
    }

    @Test
    void keepsTheLockWhenTheGrantIsForAnotherWorker() {
        refused("something else", grant -> with(grant, grant.tenantId(), grant.audience(), new Identifier("coder-2"),
                grant.expiresAt()));
    }

    @Test
    void keepsTheLockWhenTheGrantCameTooLate() {
        refused("too late", grant -> with(grant, grant.tenantId(), grant.audience(), grant.worker(),
                Instant.now().minusSeconds(1).getEpochSecond()));
    }

    @Test
    void keepsTheLockWhenAnotherServiceSignedTheGrant() {
        lock();
        ask(approval);
        var forged = grant(approval);
        events.publish(Service.APPROVAL, used(forged, key(Service.NOTIFIER).sign(forged)));

        assertThat(awaitAlert("release-refused").text()).contains("not signed");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void doesNotEvenHearAReleaseThatTheApprovalServiceDidNotSign() {
        lock();
        ask(approval);
        var grant = grant(approval);
        SignedEvents.publish(events.envelope(Service.APPROVAL, used(grant, key(Service.APPROVAL).sign(grant))),
                Service.NOTIFIER);

        awaitAlert("dead-letter");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void usesAGrantOnce() {
        lock();
        ask(approval);
        var grant = grant(approval);
        use(grant);
        awaitAlert("released");
        lie();
        await().atMost(PATIENCE).until(() -> locks().size() == 1);

        use(grant);

        assertThat(awaitAlert("release-refused").text()).contains("used before");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void keepsALockThatCameAfterTheReleaseWasAskedFor() {
        ask(approval);
        lock();
        use(grant(approval));

        assertThat(awaitAlert("release-refused").text()).contains("after this release was asked for");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void keepsALockThatNoReleaseWasAskedFor() {
        lock();
        use(grant(approval));

        awaitAlert("release-refused");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void releasesNoWorkerWhomHisOwnersLockHolds() {
        lockByHand("owner", "ada");
        ask(approval);
        use(grant(approval));

        assertThat(awaitAlert("release-refused").text()).contains("the lock of its owner");
        assertThat(locks()).hasSize(1);
    }

    @Test
    void releasesAnOwnerByHisOwnName() {
        lockByHand("owner", "ada");
        var ada = new Identifier("ada");
        ask(approval, ada);
        var grant = with(grant(approval), events.tenant(), Grant.forWatcher("DEV"), ada,
                Instant.now().plusSeconds(30).getEpochSecond());
        use(grant);

        awaitAlert("released");
        assertThat(locks()).isEmpty();
    }

    @Test
    void locksALiarWhateverCharactersHeLiesWith() {
        events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.CLAIM, UUID.randomUUID(), CODER,
                Verdict.FALSE, "process a\0b: no such process", List.of(), false));

        assertThat(awaitAlert("false-claim").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(locks()).hasSize(1);
    }

    private void refused(String why, UnaryOperator<Grant> change) {
        lock();
        ask(approval);
        use(change.apply(grant(approval)));

        var alert = awaitAlert("release-refused");
        assertThat(alert.text()).contains(why);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(locks()).hasSize(1);
    }

    private void lock() {
        lie();
        await().atMost(PATIENCE).until(() -> locks().size() == 1);
    }

    private void lie() {
        events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.CLAIM, UUID.randomUUID(), CODER,
                Verdict.FALSE, "nothing there", List.of(), false));
    }

    private void lockByHand(String scope, String name) {
        RestAssured.given().auth().oauth2(Tokens.operator(events.tenant().value(), "olga").jwt())
                .contentType("application/json")
                .body("{\"" + scope + "\":\"" + name + "\",\"reason\":\"under review\"}").post("/v1/lockdowns").then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> locks().size() == 1);
    }

    private void ask(UUID id) {
        ask(id, CODER);
    }

    private void ask(UUID id, Identifier whom) {
        var card = new ApprovalCard(id, Asked.RELEASE, whom, Optional.of(new Identifier("olga")), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "a mistake", Optional.empty(), Optional.empty(),
                List.of(), Risk.HIGH, List.of(), 1, List.of(), Optional.empty());
        events.publish(Service.APPROVAL, new ApprovalRequested(card, card.digest()));
    }

    private void use(Grant grant) {
        events.publish(Service.APPROVAL, used(grant, key(Service.APPROVAL).sign(grant)));
    }

    private ApprovalUsed used(Grant grant, String jws) {
        var whom = grant.worker().value().equals("ada") ? grant.worker() : CODER;
        return new ApprovalUsed(grant.approvalId(), Asked.RELEASE, whom, Optional.empty(), grant.executionId(),
                Grant.forWatcher("DEV"), jws);
    }

    private Grant grant(UUID id) {
        var now = Instant.now();
        return new Grant("approval-service", Grant.forWatcher("DEV"), CODER, UUID.randomUUID(), now.getEpochSecond(),
                now.plusSeconds(30).getEpochSecond(), id, Asked.RELEASE, events.tenant(), "DEV", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Grant with(Grant grant, Identifier tenant, String audience, Identifier worker, long expiresAt) {
        return new Grant(grant.issuer(), audience, worker, grant.executionId(), grant.issuedAt(), expiresAt,
                grant.approvalId(), grant.asked(), tenant, grant.environment(), grant.stage(), grant.instructionId(),
                grant.instructionDigest(), grant.targetStateDigest(), grant.command());
    }

    private static SigningKey key(Service service) {
        return SigningKey.read(Parts.keys().signingKey(service.folder()));
    }

    private AlertRaised awaitAlert(String kind) {
        return events.await(AlertRaised.class, alert -> alert.kind().equals(kind)).event();
    }

    private List<dev.wingman.contracts.Lock> locks() {
        return events.all(LocksChanged.class).stream().map(Envelope::event)
                .max(java.util.Comparator.comparing(LocksChanged::version)).map(LocksChanged::locks).orElse(List.of());
    }
}
