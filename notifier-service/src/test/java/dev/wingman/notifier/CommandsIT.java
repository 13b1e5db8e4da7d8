package dev.wingman.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.VoteRecorded;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.local.telegram.FakeBotApi;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class CommandsIT {

    private final FakeBotApi telegram = Telegram.api();
    private final ChatRoom room = ChatRoom.open();
    private final long olga = ChatRoom.someNumber();

    @BeforeEach
    void knowTheChat() {
        room.awaitRegistry();
    }

    @Test
    void listsAndShowsWhatWaits() {
        var card = room.ask(Risk.HIGH, "listed one");
        room.cardOf(card);

        room.write(olga, "/pending");

        assertThat(text(room.saying("Open approvals"))).contains(shortId(card), "listed one", "0 of 2");

        room.write(olga, "/show " + shortId(card));

        await().atMost(ChatRoom.PATIENCE).until(() -> room.messages().stream()
                .filter(one -> one.has("reply_markup") && text(one).contains("listed one")).count() == 2);
    }

    @Test
    void approvesWithTheCodeAndKeepsItToItself() {
        var card = room.ask(Risk.CRITICAL, "coded one");
        room.cardOf(card);

        room.write(olga, "/approve " + shortId(card) + " 493817");

        var submitted = room.vote(card.approvalId());
        assertThat(submitted.event().wish()).isEqualTo(new DecisionSubmitted.Vote(card.approvalId(), Choice.APPROVE,
                card.digest(), Optional.empty(), Optional.of(DecisionSubmitted.proof(submitted.id(), "493817"))));
        assertThat(Topics.read("wingman.decisions.v1")).noneMatch(raw -> raw.text().contains("493817"));
        room.saying("Passed on");
        assertThat(room.messages()).noneMatch(one -> text(one).contains("493817"));
    }

    @Test
    void asksForTheCodeThatIsMissing() {
        var card = room.ask(Risk.CRITICAL, "code missing");
        room.cardOf(card);

        room.write(olga, "/approve " + shortId(card));

        await().atMost(ChatRoom.PATIENCE)
                .until(() -> room.messages().stream().anyMatch(one -> text(one).startsWith("This is critical")));
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void deniesWithAReasonThatHoldsNoSecret() {
        var card = room.ask(Risk.HIGH, "denied by word");
        room.cardOf(card);
        var secret = "AKIA" + "IOSFODNN7EXAMPLQ";

        room.write(olga, "/deny " + shortId(card) + " never with " + secret);

        assertThat(room.vote(card.approvalId()).event().wish()).isInstanceOfSatisfying(DecisionSubmitted.Vote.class,
                vote -> assertThat(vote.reason()).hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("never with").doesNotContain(secret)));
    }

    @Test
    void letsNobodyVoteOnWhatHeWasNotShown() {
        var card = room.ask(Risk.HIGH, "unseen one");
        room.cardOf(card);
        room.link(olga);
        awaitLink();

        telegram.write(olga, olga, "/approve " + shortId(card));

        ChatRoom.messageIn(olga, one -> text(one).contains("See it first"));
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();

        telegram.write(olga, olga, "/show " + shortId(card));
        ChatRoom.messageIn(olga, one -> one.has("reply_markup"));
        await().atMost(ChatRoom.PATIENCE).until(() -> {
            telegram.write(olga, olga, "/approve " + shortId(card));
            return telegram.messages(olga).stream().anyMatch(one -> text(one).contains("Passed on"));
        });
        assertThat(room.vote(card.approvalId()).event().chat()).isEqualTo(olga);
    }

    @Test
    void tellsTheSenderWhyHisVoteDoesNotCount() {
        var card = room.ask(Risk.HIGH, "refused one");
        room.cardOf(card);
        room.write(olga, "/approve " + shortId(card));
        var submitted = room.vote(card.approvalId());

        room.events().publish(Service.APPROVAL, new VoteRefused(Optional.of(card.approvalId()), Optional.empty(),
                VoteRecorded.Way.TELEGRAM, Optional.of(submitted.id()), "vote/not-linked", "You are not linked."));

        assertThat(room.saying("Not counted").path("reply_to_message").path("text").asText()).startsWith("/approve");
    }

    @Test
    void countsVotesOnTheCard() {
        var card = room.ask(Risk.HIGH, "counted one");
        var message = room.cardOf(card);

        room.events().publish(Service.APPROVAL, new VoteRecorded(card.approvalId(), ChatRoom.OLGA, Choice.APPROVE,
                VoteRecorded.Way.HTTP, Optional.empty(), card.digest(), false));

        await().atMost(ChatRoom.PATIENCE)
                .until(() -> text(telegram.message(message).orElseThrow()).contains("1 of 2 (olga)"));
    }

    @Test
    void answersAlreadyDecided() {
        var card = room.ask(Risk.HIGH, "over");
        var message = room.cardOf(card);
        room.decide(card, Decision.GRANTED, Optional.empty());
        await().atMost(ChatRoom.PATIENCE).until(() -> !telegram.message(message).orElseThrow().has("reply_markup"));

        room.write(olga, "/deny " + shortId(card) + " too late");

        room.saying("Already decided: Granted by olga");
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void linksAUserByACodeThatItKeepsToItself() {
        var code = room.tenant() + ".S3CRETCODE";

        telegram.write(olga, olga, "/link " + code);

        var submitted = room.submission(one -> one.wish() instanceof DecisionSubmitted.Link);
        assertThat(submitted.event())
                .isEqualTo(new DecisionSubmitted(olga, olga, new DecisionSubmitted.Link(Digests.ofCanonical(code))));
        assertThat(Topics.read("wingman.decisions.v1")).noneMatch(raw -> raw.text().contains("S3CRETCODE"));

        room.link(olga);

        ChatRoom.messageIn(olga, one -> text(one).contains("You are now olga"));
        assertThat(telegram.messages(olga)).noneMatch(one -> text(one).contains("S3CRETCODE"));
    }

    @Test
    void answersACodeOfNoTenantLikeAWrongOne() {
        telegram.write(olga, olga, "/link nobody-at-all.S3CRETCODE");

        ChatRoom.messageIn(olga, one -> text(one).startsWith("Passed on. If you hear nothing more"));
        assertThat(Topics.read("wingman.decisions.v1")).noneMatch(raw -> "nobody-at-all".equals(raw.key()));
    }

    @Test
    void passesOnWhereACodeWasSaidThatEverybodyHasRead() {
        room.write(olga, "/link " + room.tenant() + ".S3CRETCODE");

        room.saying("Get a new one");
        assertThat(room.submission(one -> one.wish() instanceof DecisionSubmitted.Link).event().isPublic()).isTrue();
    }

    @Test
    void showsWhoIsLockedAndAsksForARelease() {
        room.events().publish(Service.WATCHER, new LocksChanged(1, List.of(new Lock(Ids.first(Instant.now()),
                Lock.Scope.WORKER, ChatRoom.WORKER, "It lied <b>twice</b>.", Instant.now()))));
        await().atMost(ChatRoom.PATIENCE).until(() -> {
            room.write(ChatRoom.someNumber(), "/locked");
            return room.messages().stream().anyMatch(one -> text(one).contains("It lied <b>twice</b>."));
        });

        room.write(olga, "/release coder-1 it was the disk");

        assertThat(room.submission(one -> true).event().wish())
                .isEqualTo(new DecisionSubmitted.Release(new Identifier("coder-1"), "it was the disk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deny 01890000", "/approve everything", "/release Coder! now", "/nonsense",
            "/show 01890000"})
    void saysHowItIsDoneAndPassesNothingOn(String text) {
        room.write(olga, text);

        await().atMost(ChatRoom.PATIENCE).until(() -> room.messages().stream()
                .anyMatch(one -> one.at("/reply_to_message/text").asText().equals(text)));
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void leavesTheTalkOfAGroupAlone() {
        room.write(olga, "shall we approve it?");
        room.settle();

        assertThat(room.messages()).noneMatch(one -> one.at("/reply_to_message/text").asText().startsWith("shall"));
    }

    @Test
    void answersAStrangerOnceAndTellsHimNothing() {
        var card = room.ask(Risk.HIGH, "not for strangers");
        room.cardOf(card);
        var stranger = ChatRoom.someNumber();

        telegram.write(stranger, stranger, "/show " + shortId(card));
        telegram.write(stranger, stranger, "/pending");
        telegram.write(stranger, stranger, "/approve " + shortId(card));
        room.settle();

        ChatRoom.messageIn(stranger, one -> text(one).contains("I do not know this chat"));
        assertThat(telegram.messages(stranger)).hasSize(1);
        assertThat(room.events().all(DecisionSubmitted.class)).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherTenant() {
        var card = room.ask(Risk.HIGH, "ours alone");
        room.cardOf(card);
        var elsewhere = ChatRoom.open();
        elsewhere.awaitRegistry();

        elsewhere.write(olga, "/show " + shortId(card));

        elsewhere.saying("There is no approval");
        assertThat(elsewhere.messages()).noneMatch(one -> text(one).contains("ours alone"));
    }

    private void awaitLink() {
        await().atMost(ChatRoom.PATIENCE).until(() -> {
            telegram.write(olga, olga, "/status");
            return telegram.messages(olga).stream().anyMatch(one -> text(one).contains("You are olga"));
        });
    }

    private static String shortId(dev.wingman.contracts.ApprovalCard card) {
        return card.approvalId().toString().substring(0, 13);
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }
}
