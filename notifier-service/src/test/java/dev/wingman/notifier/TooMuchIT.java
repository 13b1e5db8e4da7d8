package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Risk;
import dev.wingman.local.telegram.FakeBotApi;
import dev.wingman.local.testing.Parts;

/// What becomes of the updates that one user sends beyond thirty a minute.
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class TooMuchIT {

    private static final int MOST = 30;

    private final FakeBotApi telegram = Telegram.api();
    private final ChatRoom room = ChatRoom.open();
    private final long olga = ChatRoom.someNumber();

    @BeforeEach
    void knowTheChat() {
        room.awaitRegistry();
    }

    @Test
    void saysOfEachPressThatItWasNotTaken() {
        var card = room.ask(Risk.HIGH, "pressed in vain");
        var message = room.cardOf(card);
        chat(room.chat());

        var first = telegram.pressButton(olga, message, "Approve");
        var second = telegram.pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(first)).contains("Not taken", "Press again in a minute");
        assertThat(ChatRoom.answerTo(second)).contains("Not taken", "Press again in a minute");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void saysOnceThatCommandsAreNotTaken() {
        chat(room.chat());

        room.write(olga, "more of what a group says to itself");
        var command = room.write(olga, "/pending");
        room.write(olga, "/pending");
        room.settle();

        var answer = room.saying("Not taken");
        assertThat(answer.at("/reply_to_message/message_id").asLong())
                .isEqualTo(command.at("/message/message_id").asLong());
        assertThat(room.messages()).filteredOn(one -> one.path("text").asText().contains("Not taken")).hasSize(1);
    }

    @Test
    void saysNothingMoreToAStranger() {
        var stranger = olga;
        chat(stranger);

        telegram.write(stranger, stranger, "/pending");
        room.settle();

        ChatRoom.messageIn(stranger, one -> one.path("text").asText().contains("I do not know this chat"));
        assertThat(telegram.messages(stranger)).hasSize(1);
    }

    private void chat(long where) {
        for (int i = 0; i < MOST; i++) {
            telegram.write(where, olga, "how is the weather");
        }
    }
}
