package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.local.telegram.FakeBotApi;
import dev.wingman.local.telegram.Fault;
import dev.wingman.local.testing.Parts;
import dev.wingman.notifier.domain.Callback;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class PressesIT {

    private final FakeBotApi telegram = Telegram.api();
    private final ChatRoom room = ChatRoom.open();
    private final long olga = ChatRoom.someNumber();

    @BeforeEach
    void knowTheChat() {
        room.awaitRegistry();
    }

    @AfterEach
    void heal() {
        telegram.heal();
    }

    @Test
    void passesARepeatedPressOnOnce() {
        var card = room.ask(Risk.HIGH, "pressed once");
        var press = telegram.pressButton(olga, room.cardOf(card), "Approve");
        ChatRoom.answerTo(press);

        telegram.repeat(press);
        room.settle();

        assertThat(room.events().all(DecisionSubmitted.class)).hasSize(1);
    }

    @Test
    void asksForTheCodeWhereItIsCritical() {
        var card = room.ask(Risk.CRITICAL, "critical one");

        var press = telegram.pressButton(olga, room.cardOf(card), "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("/approve " + card.approvalId().toString().substring(0, 13));
        room.settle();
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void takesTheReasonOfANoAsTheAnswerToItsQuestion() {
        var card = room.ask(Risk.CRITICAL, "denied one");
        telegram.pressButton(olga, room.cardOf(card), "Deny");
        var question = room.saying("Why not?").path("message_id").asLong();

        telegram.write(room.chat(), olga, "not on a Friday", Optional.of(question));

        assertThat(room.vote(card.approvalId()).event().wish()).isEqualTo(new DecisionSubmitted.Vote(
                card.approvalId(), Choice.DENY, card.digest(), Optional.of("not on a Friday"), Optional.empty()));
    }

    @Test
    void sendsTheWholePreviewOnDetails() {
        var card = room.ask(Risk.HIGH, "detailed one");

        telegram.pressButton(olga, room.cardOf(card), "Details");

        assertThat(room.saying("Details of").path("text").asText()).contains("web-data", "cart", card.digest(), "otto");
    }

    @Test
    void refusesDataOfAnotherApprovalOrAnotherCard() {
        var card = room.ask(Risk.HIGH, "genuine one");
        var other = room.ask(Risk.LOW, "other one");
        var message = room.cardOf(card);
        room.cardOf(other);
        var forged = List.of(data(other.approvalId(), other.digest()), data(card.approvalId(), other.digest()),
                data(other.approvalId(), card.digest()), data(UUID.randomUUID(), card.digest()), "approve", "");

        var answers = forged.stream().map(one -> ChatRoom.answerTo(telegram.press(olga, message, one))).toList();

        assertThat(answers).allMatch(text -> text.contains("does not belong"));
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void refusesAPressThatComesFromAnotherChat() {
        var card = room.ask(Risk.HIGH, "at home");
        var message = room.cardOf(card);
        var elsewhere = ChatRoom.open();
        elsewhere.awaitRegistry();

        var press = telegram.forgePress(elsewhere.chat(), olga, message, data(card.approvalId(), card.digest()));

        assertThat(ChatRoom.answerTo(press)).contains("does not belong");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
        assertThat(elsewhere.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void refusesAPressInAChatThatIsTheTenantsNoMore() {
        var card = room.ask(Risk.HIGH, "moved away");
        var message = room.cardOf(card);
        var elsewhere = -ChatRoom.someNumber();
        room.register(List.of(elsewhere));
        await().atMost(ChatRoom.PATIENCE).until(() -> {
            telegram.write(elsewhere, ChatRoom.someNumber(), "/status");
            return telegram.messages(elsewhere).stream().anyMatch(room::namesTheTenant);
        });

        var press = telegram.pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("does not belong");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void saysWhoDecidedToWhoeverPressesTooLate() {
        var card = room.ask(Risk.HIGH, "too late");
        var message = room.cardOf(card);
        var stale = data(card.approvalId(), card.digest());
        room.decide(card, Decision.DENIED, Optional.of("<b>no</b>"));
        await().atMost(ChatRoom.PATIENCE).until(() -> text(message).contains("Denied by olga"));

        var press = telegram.press(olga, message, stale);

        assertThat(ChatRoom.answerTo(press)).contains("Already decided: Denied by olga");
        assertThat(text(message)).contains("<b>no</b>");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void answersAPressWhileCardsOfThatChatMustWait() {
        var card = room.ask(Risk.HIGH, "patient one");
        var message = room.cardOf(card);
        telegram.failNext(1, new Fault.TooMany(600));
        room.ask(Risk.HIGH, "one that waits");
        telegram.await(ChatRoom.PATIENCE, call -> call.status() == 429
                && call.text("chat_id").equals(Long.toString(room.chat())));

        var press = telegram.pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("Passed on");
        room.vote(card.approvalId());
    }

    @Test
    void passesAPressOnThatCameWhileTheDatabaseWasAway() {
        var card = room.ask(Risk.HIGH, "pressed in the dark");
        var message = room.cardOf(card);
        Parts.postgres().kill();
        var press = telegram.pressButton(olga, message, "Approve");
        Parts.postgres().start();

        assertThat(ChatRoom.answerTo(press)).contains("Passed on");
        room.vote(card.approvalId());
        assertThat(room.events().all(DecisionSubmitted.class)).hasSize(1);
    }

    @Test
    void answersAfterTelegramWasBroken() {
        var card = room.ask(Risk.HIGH, "answered late");
        var message = room.cardOf(card);
        telegram.failNext(2, new Fault.Cut());

        var press = telegram.pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("Passed on");
        assertThat(room.events().all(DecisionSubmitted.class)).hasSize(1);
    }

    private String text(long message) {
        return telegram.message(message).map(JsonNode.class::cast).map(one -> one.path("text").asText()).orElse("");
    }

    private static String data(UUID approval, String digest) {
        return Callback.of(Callback.Kind.APPROVE, approval, digest).data();
    }
}
