package dev.wingman.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.Test;

/// No timer runs here: what happens, happens because something ended.
class LeaseLoopTest {

    private final Table table = new Table();

    @Test
    void takesTheNextAsSoonAsOneEndsThoughTheTableGaveNoneBefore() {
        var first = table.add();
        var second = table.add();
        table.oneAtATime = true;
        var loop = new LeaseLoop<>("test", 4, table);

        loop.look();
        assertThat(table.carried()).containsExactly(first);
        table.end(first);

        assertThat(table.carried()).containsExactly(second);
    }

    @Test
    void takesNoMoreThanItMayCarryAtOnce() {
        var all = List.of(table.add(), table.add(), table.add());
        var loop = new LeaseLoop<>("test", 2, table);

        loop.look();
        assertThat(table.carried()).containsExactlyElementsOf(all.subList(0, 2));
        table.end(all.getFirst());

        assertThat(table.carried()).containsExactlyElementsOf(all.subList(1, 3));
    }

    @Test
    void freesWhatIsInNobodysHandAtItsStartAndAfterTheTableFailed() {
        var lost = table.add();
        var loop = new LeaseLoop<>("test", 2, table);
        loop.look();
        assertThat(table.releasedBut).containsExactly(Set.of());

        table.fail(lost);
        loop.look();

        assertThat(table.releasedBut).containsExactly(Set.of(), Set.of());
    }

    @Test
    void doesNotAskATableInVainThatHasJustFailed() {
        var lost = table.add();
        var loop = new LeaseLoop<>("test", 2, table);
        loop.look();
        var asked = table.asked;

        table.fail(lost);

        assertThat(table.asked).isEqualTo(asked);
    }

    @Test
    void takesNothingOnceItIsStopped() {
        var loop = new LeaseLoop<>("test", 2, table);
        table.add();
        loop.stop();

        loop.look();

        assertThat(table.carried()).isEmpty();
    }

    /// A table in memory whose pieces end when the test says so.
    private static final class Table implements LeaseLoop.Pieces<UUID> {

        private final Deque<UUID> waiting = new ArrayDeque<>();
        private final Map<UUID, UniEmitter<? super Void>> inHand = new LinkedHashMap<>();
        private final List<Set<UUID>> releasedBut = new ArrayList<>();
        private boolean oneAtATime;
        private int asked;

        UUID add() {
            var piece = UUID.randomUUID();
            waiting.add(piece);
            return piece;
        }

        Set<UUID> carried() {
            return inHand.keySet();
        }

        void end(UUID piece) {
            ended(piece).complete(null);
        }

        void fail(UUID piece) {
            ended(piece).fail(new IllegalStateException("the table is away"));
        }

        private UniEmitter<? super Void> ended(UUID piece) {
            var emitter = inHand.remove(piece);
            assertThat(emitter).isNotNull();
            return java.util.Objects.requireNonNull(emitter);
        }

        @Override
        public UUID key(UUID piece) {
            return piece;
        }

        @Override
        public Uni<Void> release(Set<UUID> held) {
            releasedBut.add(Set.copyOf(held));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<UUID>> take(int atMost) {
            asked++;
            var most = oneAtATime ? Math.min(atMost, 1 - inHand.size()) : atMost;
            var taken = new ArrayList<UUID>();
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return Uni.createFrom().item(taken);
        }

        @Override
        public Uni<Void> carry(UUID piece) {
            return Uni.createFrom().emitter(emitter -> inHand.put(piece, emitter));
        }
    }
}
