package dev.wingman.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.wingman.client.StreamEvent;
import dev.wingman.client.WingmanClient;

/// A tenant's events as its SRE sees them, each with the moment at which it came.
public final class LiveView implements AutoCloseable {

    /// An event, and when it was here.
    public record Seen(Instant at, StreamEvent event) {

        public String text(String member) {
            return event.data().path(member).asText("");
        }
    }

    private final List<Seen> seen = new ArrayList<>();
    private final Thread reader;

    public LiveView(WingmanClient sre) {
        reader = Thread.ofVirtual().name("live view").start(() -> sre.follow(Optional.of("0"), this::add));
    }

    private boolean add(StreamEvent event) {
        synchronized (seen) {
            seen.add(new Seen(Instant.now(), event));
            seen.notifyAll();
        }
        return true;
    }

    /// Everything so far.
    public List<Seen> all() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /// The first that is wanted, if it comes in time.
    public Optional<Seen> await(Duration patience, Predicate<Seen> wanted) {
        var until = Instant.now().plus(patience);
        synchronized (seen) {
            while (true) {
                var found = seen.stream().filter(wanted).findFirst();
                var left = Duration.between(Instant.now(), until).toMillis();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                pause(left);
            }
        }
    }

    /// The verdict on a claim.
    public Optional<Seen> verdict(String claimId, Duration patience) {
        return await(patience, event -> event.event().type().equals("verdict-reached")
                && event.text("subject_id").equals(claimId));
    }

    private void pause(long millis) {
        try {
            seen.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an event", e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
