package dev.wingman.watcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Topics;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;

/// What the watcher does about a lock topic that somebody else wrote to.
@SuppressWarnings("NullAway.Init")
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "watcher-service"))
class LockTopicIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Identifier CODER = new Identifier("coder-1");

    @Inject
    States states;

    private final SignedEvents events = SignedEvents.ofSomeTenant();

    @BeforeEach
    void registerTheTenant() {
        DrillsIT.register(events.tenant());
    }

    @Test
    void saysThatNobodyIsLockedWhereGarbageStandsInstead() {
        garbage(events.tenant());

        assertThat(awaitListAfter(0, 0).locks()).isEmpty();
        await().atMost(PATIENCE).until(() -> states.standing(events.tenant(), CODER) instanceof Standing.Free);
    }

    @Test
    void locksWhoLiesAfterSuchAList() {
        garbage(events.tenant());
        awaitListAfter(0, 0);

        lie("coder-1");

        awaitListAfter(0, 1);
        await().atMost(PATIENCE).until(() -> states.standing(events.tenant(), CODER) instanceof Standing.Locked);
    }

    @Test
    void repeatsItsListAfterGarbageThatWouldOutliveIt() {
        lie("coder-1");
        var list = awaitListAfter(0, 1);
        int before = lists().size();

        garbage(events.tenant());

        assertThat(awaitListAfter(before, 1)).isEqualTo(list);
    }

    @Test
    void repeatsItsListAfterADeletionOfItsKey() {
        lie("coder-1");
        var list = awaitListAfter(0, 1);
        int before = lists().size();

        Topics.publish(Topic.LOCKDOWNS.topicName(), events.tenant().value(), Map.of(), null);

        assertThat(awaitListAfter(before, 1)).isEqualTo(list);
    }

    @Test
    void repeatsItsListAfterAnOlderOneThatSomebodySentAgain() {
        lie("coder-1");
        awaitListAfter(0, 1);
        var old = events.all(LocksChanged.class).getFirst();
        lie("coder-2");
        var list = awaitListAfter(0, 2);
        int before = lists().size();

        SignedEvents.publish(old);

        assertThat(awaitListAfter(before, 2)).isEqualTo(list);
    }

    @Test
    void saysNothingOfANameThatIsNoTenants() {
        var stranger = SignedEvents.ofSomeTenant();

        garbage(stranger.tenant());
        garbage(events.tenant());

        awaitListAfter(0, 0);
        assertThat(stranger.all(LocksChanged.class)).isEmpty();
    }

    private static void garbage(Identifier tenant) {
        Topics.publish(Topic.LOCKDOWNS.topicName(), tenant.value(), Map.of(), "garbage".getBytes(US_ASCII));
    }

    private void lie(String worker) {
        events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.CLAIM, UUID.randomUUID(),
                new Identifier(worker), Verdict.FALSE, "nothing there", List.of(), false));
    }

    /// The list of that version, once it comes after so many others.
    private LocksChanged awaitListAfter(int others, long version) {
        return await().atMost(PATIENCE).until(() -> lists().stream().skip(others)
                .filter(list -> list.version() == version).findFirst(), Optional::isPresent).orElseThrow();
    }

    private List<LocksChanged> lists() {
        return events.all(LocksChanged.class).stream().map(Envelope::event).toList();
    }
}
