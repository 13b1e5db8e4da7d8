package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;

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
import dev.wingman.local.testing.Parts;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class ApprovalCardIT {

    private final ChatRoom room = ChatRoom.open();
    private final long olga = ChatRoom.someNumber();

    @BeforeEach
    void knowTheChat() {
        room.awaitRegistry();
    }

    @AfterEach
    void heal() {
        Telegram.api().heal();
    }

    @Test
    void bringsACardPassesAPressOnAndShowsTheDecision() {
        var card = room.ask(Risk.HIGH, "remove the web container");
        var message = room.cardOf(card);

        var press = Telegram.api().pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("Passed on");
        var submitted = room.vote(card.approvalId()).event();
        assertThat(submitted.telegramUser()).isEqualTo(olga);
        assertThat(submitted.chat()).isEqualTo(room.chat());
        assertThat(submitted.wish()).isEqualTo(new DecisionSubmitted.Vote(card.approvalId(), Choice.APPROVE,
                card.digest(), Optional.empty(), Optional.empty()));

        room.decide(card, Decision.GRANTED, Optional.empty());

        await().atMost(ChatRoom.PATIENCE).until(() -> Telegram.api().message(message).orElseThrow(),
                shown -> shown.path("text").asText().contains("Granted by olga") && !shown.has("reply_markup"));
    }
}
