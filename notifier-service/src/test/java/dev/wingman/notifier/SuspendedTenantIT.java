package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.local.testing.Parts;

/// A tenant that is suspended while its operator olga is linked.
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class SuspendedTenantIT {

    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final String SUSPENDED = "The tenant is suspended.";

    private final ChatRoom room = ChatRoom.open();
    private final long olga = ChatRoom.someNumber();

    @BeforeEach
    void suspendIt() {
        room.awaitRegistry();
        room.link(olga);
        awaitAnswer("You are olga");
        room.suspend();
        awaitAnswer(SUSPENDED);
    }

    @Test
    void passesOnWhatItsOperatorSaysOfARecovery() {
        var card = room.ask(ChatRoom.recovery("bring web back"));
        var message = room.cardOf(card);

        var press = Telegram.api().pressButton(olga, message, "Approve");

        assertThat(ChatRoom.answerTo(press)).contains("Passed on");
        assertThat(room.vote(card.approvalId()).event().wish()).isEqualTo(new DecisionSubmitted.Vote(
                card.approvalId(), Choice.APPROVE, card.digest(), Optional.empty(), Optional.empty()));

        room.write(olga, "/pending");

        assertThat(room.saying("Open approvals").path("text").asText()).contains("bring web back");
    }

    @Test
    void hearsNobodyElseAndNothingElse() {
        var card = room.ask(ChatRoom.recovery("not for strangers"));
        var message = room.cardOf(card);

        var press = Telegram.api().pressButton(ChatRoom.someNumber(), message, "Approve");
        room.write(ChatRoom.someNumber(), "/approve " + card.approvalId());
        room.write(olga, "/locked");
        room.write(olga, "/release coder-1 it was the disk");

        assertThat(ChatRoom.answerTo(press)).contains("does not belong");
        awaitAnswerTo("/locked");
        awaitAnswerTo("/release");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    private void awaitAnswerTo(String command) {
        room.message(one -> one.path("text").asText().equals(SUSPENDED)
                && one.at("/reply_to_message/text").asText().startsWith(command));
    }

    /// Asks seldom: of one person thirty messages a minute are read.
    private void awaitAnswer(String text) {
        await().atMost(ChatRoom.PATIENCE).pollInterval(SELDOM).until(() -> {
            room.write(olga, "/status");
            return room.messages().stream().anyMatch(one -> one.path("text").asText().contains(text));
        });
    }
}
