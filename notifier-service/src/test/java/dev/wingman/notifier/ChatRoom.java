package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.local.testing.SignedEvents;

/// A tenant with one group chat, and what happens in it.
record ChatRoom(SignedEvents events, long chat) {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Identifier OLGA = new Identifier("olga");
    static final Identifier WORKER = new Identifier("coder-1");

    static ChatRoom open() {
        var room = new ChatRoom(SignedEvents.ofSomeTenant(), -someNumber());
        room.register(List.of(room.chat));
        return room;
    }

    static long someNumber() {
        return ThreadLocalRandom.current().nextLong(1, 1L << 40);
    }

    Identifier tenant() {
        return events.tenant();
    }

    /// The next entry of the registry.
    void register(List<Long> chats) {
        enter(TenantSet.Status.ACTIVE, chats);
    }

    /// As an admin of Wingman does it.
    void suspend() {
        enter(TenantSet.Status.SUSPENDED, List.of(chat));
    }

    private void enter(TenantSet.Status status, List<Long> chats) {
        events.publish(Service.GATEKEEPER, new TenantSet(tenant(), Tier.STANDARD, status,
                Instant.now().toEpochMilli(), List.of(), List.of(new TenantSet.Operator(OLGA, "senior")), chats,
                List.of(), TenantSet.Policy.ofTier()));
    }

    /// The registry has arrived once a command is answered.
    void awaitRegistry() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            write(someNumber(), "/status");
            assertThat(messages()).as("calls %s, unconfirmed %d", Telegram.api().calls().stream()
                    .map(call -> call.method() + " " + call.status() + " " + call.parameters()).limit(20).toList(),
                    Telegram.api().unconfirmed()).anyMatch(this::namesTheTenant);
        });
    }

    boolean namesTheTenant(JsonNode message) {
        return message.path("text").asText().contains(tenant().value());
    }

    static ApprovalCard card(Risk risk, String title) {
        var instruction = Ids.first(Instant.now());
        var stage = DrillStage.of(instruction, WORKER, new Identifier("local"), Stage.B);
        return card(Asked.STAGE, stage, risk, title);
    }

    /// To bring the targets of some drill back: it never expires.
    static ApprovalCard recovery(String title) {
        var drill = DrillStage.of(Ids.first(Instant.now()), WORKER, new Identifier("local"), Stage.A);
        return card(Asked.RECOVER, drill.recover(1), Risk.HIGH, title);
    }

    private static ApprovalCard card(Asked asked, DrillStage stage, Risk risk, String title) {
        var preview = new Preview(List.of(new Preview.Target("web", "shop/web:1", "running")), List.of("web-data"),
                List.of("shop"), List.of("cart"), List.of("The container's own layer is lost."));
        return new ApprovalCard(Ids.derived(stage.stageId(), "approval"), asked, WORKER, Optional.empty(),
                Optional.of(stage.instructionId()), Optional.of("sha256:" + "a".repeat(64)), Optional.of(stage),
                Optional.empty(), title, Optional.of(preview), Optional.of("sha256:" + "b".repeat(64)), List.of(),
                risk, List.of("A container is removed."), 2, List.of(OLGA, new Identifier("otto")),
                Optional.of(Instant.parse("2030-01-01T00:00:00Z")).filter(_ -> asked != Asked.RECOVER));
    }

    ApprovalCard ask(Risk risk, String title) {
        return ask(card(risk, title));
    }

    ApprovalCard ask(ApprovalCard card) {
        events.publish(Service.APPROVAL, new ApprovalRequested(card, card.digest()));
        return card;
    }

    void decide(ApprovalCard card, ApprovalDecided.Decision decision, Optional<String> reason) {
        events.publish(Service.APPROVAL, new ApprovalDecided(card.approvalId(), card.asked(), card.worker(),
                card.instructionId(), card.stage(), decision, ApprovalDecided.By.HUMANS, List.of(OLGA), reason));
    }

    void link(long user) {
        events.publish(Service.APPROVAL, new OperatorLinked(OLGA, user));
    }

    ObjectNode write(long user, String text) {
        return Telegram.api().write(chat, user, text);
    }

    List<ObjectNode> messages() {
        return Telegram.api().messages(chat);
    }

    /// The message in this chat that is wanted.
    ObjectNode message(Predicate<JsonNode> wanted) {
        return messageIn(chat, wanted);
    }

    static ObjectNode messageIn(long chat, Predicate<JsonNode> wanted) {
        return await("a message in the chat").atMost(PATIENCE)
                .until(() -> Telegram.api().messages(chat).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    ObjectNode saying(String text) {
        return message(one -> one.path("text").asText().contains(text));
    }

    /// The card of an approval, once it stands in the chat.
    long cardOf(ApprovalCard card) {
        return message(one -> one.at("/reply_markup/inline_keyboard/0").size() == 3
                && one.path("text").asText().contains(card.title())).path("message_id").asLong();
    }

    Envelope<DecisionSubmitted> submission(Predicate<DecisionSubmitted> wanted) {
        return events.await(DecisionSubmitted.class, wanted);
    }

    Envelope<DecisionSubmitted> vote(UUID approval) {
        return submission(one -> one.wish() instanceof DecisionSubmitted.Vote vote
                && vote.approvalId().equals(approval));
    }

    /// What the client of a presser shows.
    static String answerTo(ObjectNode press) {
        var id = press.at("/callback_query/id").asText();
        return Telegram.api().await(PATIENCE, call -> call.method().equals("answerCallbackQuery")
                && call.succeeded() && call.text("callback_query_id").equals(id)).text("text");
    }

    /// Everything before it was taken, once this is answered.
    void settle() {
        var press = someNumber();
        write(press, "/show 00000000-" + Long.toHexString(press % 0xffff + 0x10000).substring(1));
        saying("/pending");
    }
}
