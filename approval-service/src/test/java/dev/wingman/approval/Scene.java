package dev.wingman.approval;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import dev.wingman.approval.domain.Cards;
import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Tokens;

/// A tenant of its own with a worker `coder-1` of the owner `olga`, and the operators `ada`, `bob` and `olga`.
final class Scene {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Identifier CODER = new Identifier("coder-1");
    static final Identifier SITE = new Identifier("local");
    static final String TARGET = "sha256:" + "ab".repeat(32);
    static final String DIGEST = "sha256:" + "cd".repeat(32);

    final SignedEvents events = SignedEvents.ofSomeTenant();
    private long version;

    static Scene of(Tier tier) {
        return new Scene().registered(tier, TenantSet.Policy.ofTier(), "ada", "bob", "olga");
    }

    Scene registered(Tier tier, TenantSet.Policy policy, String... operators) {
        enter(tier, TenantSet.Status.ACTIVE, policy, operators);
        await().atMost(PATIENCE).untilAsserted(() -> as(Tokens.operator(tenant(), operators[0])).get("/v1/operators")
                .then().statusCode(200)
                .body("items.operator", org.hamcrest.Matchers.containsInAnyOrder(operators)));
        return this;
    }

    /// As an admin of Wingman does it, whatever goes on.
    void suspend() {
        enter(Tier.STANDARD, TenantSet.Status.SUSPENDED, TenantSet.Policy.ofTier(), "ada", "bob", "olga");
        await().atMost(PATIENCE).untilAsserted(() -> asWorker().get("/v1/whoami").then().statusCode(403));
    }

    private void enter(Tier tier, TenantSet.Status status, TenantSet.Policy policy, String... operators) {
        version++;
        events.publish(Service.GATEKEEPER, new TenantSet(events.tenant(), tier, status, version,
                List.of(new TenantSet.Worker(CODER, new Identifier("olga"))),
                List.of(operators).stream().map(name -> new TenantSet.Operator(new Identifier(name), "standard"))
                        .toList(),
                List.of(), List.of(), policy));
    }

    String tenant() {
        return events.tenant().value();
    }

    Envelope<InstructionAccepted> drill(Risk risk) {
        return accepted(new Action.Drill(Optional.empty(), List.of("shop-db")), risk, ApprovalNeed.REQUIRED);
    }

    Envelope<InstructionAccepted> accepted(Action action, Risk risk, ApprovalNeed need) {
        return events.publish(Service.GATEKEEPER, instruction(action, risk, need));
    }

    InstructionAccepted instruction(Action action, Risk risk, ApprovalNeed need) {
        var points = new TenPoints(List.of("a drill"), List.of("it runs"), List.of("only shop-db"), List.of("none"),
                List.of("start it"), List.of("look"), List.of("a line"), List.of("none"), List.of("low"),
                List.of("none"));
        return new InstructionAccepted(Ids.first(Instant.now()), CODER, "Drill of the shop's database",
                Optional.of(SITE.value()), points, action, List.of(), risk, need, DIGEST, DIGEST, "1");
    }

    /// As the gatekeeper writes it where rules of the tenant held.
    Envelope<InstructionAccepted> ruled(Action action, List<String> rules) {
        var plain = instruction(action, Risk.HIGH, ApprovalNeed.REQUIRED);
        return events.publish(Service.GATEKEEPER,
                new InstructionAccepted(plain.instructionId(), plain.worker(), plain.title(), plain.site(),
                        plain.points(), plain.action(), plain.predicates(), plain.risk(), plain.approval(),
                        plain.digest(), plain.sameness(), plain.policyVersion(), rules));
    }

    static Action.Command command() {
        return new Action.Command(List.of("make", "deploy"), "/srv/app", Optional.empty());
    }

    static StagePrepared prepared(DrillStage stage, Risk risk) {
        return new StagePrepared(stage,
                new Preview(List.of(new Preview.Target("shop-db", "postgres:18", "running")), List.of(), List.of(),
                        List.of(), List.of()),
                DIGEST, TARGET,
                List.of(new Predicate.Container("shop-db", Predicate.ContainerState.EXITED, Optional.empty(),
                        Optional.empty())),
                risk, List.of("a drill stage is high in DEV"));
    }

    DrillStage stage(Envelope<InstructionAccepted> drill) {
        return DrillStage.of(drill.event().instructionId(), CODER, SITE, Stage.A);
    }

    /// Opens the approval of stage A of a fresh drill and returns its card.
    Envelope<ApprovalRequested> asked(Risk risk) {
        var stage = stage(drill(risk));
        events.publish(Service.EXECUTION, prepared(stage, risk));
        return requested(Cards.idOfStage(stage.stageId()));
    }

    /// Asks to bring the targets of that drill back, and returns the card.
    Envelope<ApprovalRequested> askedToRecover(DrillStage of) {
        var stage = of.recover(1);
        events.publish(Service.EXECUTION, prepared(stage, Risk.HIGH));
        return requested(Cards.idOfStage(stage.stageId()));
    }

    Envelope<ApprovalRequested> requested(UUID approval) {
        return events.await(ApprovalRequested.class, card -> card.card().approvalId().equals(approval));
    }

    Envelope<ApprovalDecided> decided(UUID approval) {
        return events.await(ApprovalDecided.class, decided -> decided.approvalId().equals(approval));
    }

    Envelope<ApprovalUsed> used(UUID approval) {
        return events.await(ApprovalUsed.class, used -> used.approvalId().equals(approval));
    }

    /// The rules by which somebody got no grant, once the first one is there.
    List<String> refusals(UUID approval) {
        events.await(GrantRefused.class, refused -> refused.approvalId().equals(approval));
        return events.all(GrantRefused.class).stream().map(Envelope::event)
                .filter(refused -> refused.approvalId().equals(approval)).map(GrantRefused::rule).toList();
    }

    Envelope<GrantRefused> refusedGrant(UUID execution) {
        return events.await(GrantRefused.class, refused -> refused.executionId().equals(execution));
    }

    Envelope<GrantAsked> askGrant(Envelope<ApprovalRequested> asked, UUID execution) {
        var card = asked.event().card();
        return events.publish(Service.EXECUTION,
                new GrantAsked(card.stage().orElseThrow(), card.approvalId(), execution, TARGET));
    }

    ValidatableResponse vote(String operator, Envelope<ApprovalRequested> asked, String decision, String reason) {
        return vote(Tokens.operator(tenant(), operator), asked.event().card().approvalId(),
                asked.event().cardDigest(), decision, reason);
    }

    static ValidatableResponse vote(Tokens who, UUID approval, String digest, String decision, String reason) {
        var body = reason.isEmpty()
                ? Map.of("decision", decision, "seen_digest", digest)
                : Map.of("decision", decision, "seen_digest", digest, "reason", reason);
        return as(who).contentType("application/json").body(body).post("/v1/approvals/" + approval + "/decisions")
                .then();
    }

    ValidatableResponse approve(String operator, Envelope<ApprovalRequested> asked) {
        return vote(operator, asked, "APPROVE", "");
    }

    /// Links that operator to the Telegram user, through the code that he asked for.
    void link(String operator, long user) {
        var code = as(Tokens.operator(tenant(), operator)).post("/v1/operators/link").then().statusCode(201).extract()
                .jsonPath().getString("code");
        submit(user, new DecisionSubmitted.Link(dev.wingman.contracts.Digests.ofCanonical(code)));
        events.await(OperatorLinked.class, linked -> linked.telegramUser() == user);
    }

    /// As he would send it to the bot alone.
    Envelope<DecisionSubmitted> submit(long user, DecisionSubmitted.Wish wish) {
        return submit(user, user, wish);
    }

    Envelope<DecisionSubmitted> submit(long user, long chat, DecisionSubmitted.Wish wish) {
        return events.publish(Service.NOTIFIER, new DecisionSubmitted(user, chat, wish));
    }

    Envelope<DecisionSubmitted> press(long user, Envelope<ApprovalRequested> asked, Choice choice, String reason) {
        return submit(user, new DecisionSubmitted.Vote(asked.event().card().approvalId(), choice,
                asked.event().cardDigest(), Optional.of(reason).filter(text -> !text.isEmpty()), Optional.empty()));
    }

    VoteRefused refusal(Envelope<DecisionSubmitted> submitted) {
        return events.await(VoteRefused.class, refused -> refused.submission().equals(Optional.of(submitted.id())))
                .event();
    }

    Lock lock(Lock.Scope scope, String name) {
        var lock = new Lock(Ids.first(Instant.now()), scope, new Identifier(name), "a false claim", Instant.now());
        version++;
        events.publish(Service.WATCHER, new LocksChanged(version, List.of(lock)));
        return lock;
    }

    static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.jwt());
    }

    RequestSpecification asOperator(String name) {
        return as(Tokens.operator(tenant(), name));
    }

    RequestSpecification asWorker() {
        return as(Tokens.worker(tenant(), CODER.value()));
    }

    String state(UUID approval) {
        return asOperator("ada").get("/v1/approvals/" + approval).then().statusCode(200).extract().jsonPath()
                .getString("state");
    }
}
