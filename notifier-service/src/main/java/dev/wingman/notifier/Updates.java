package dev.wingman.notifier;

import java.time.Duration;
import java.util.List;

import io.smallrye.mutiny.Uni;

import dev.wingman.notifier.domain.Update;

/// What waits for us at Telegram.
public interface Updates {

    /// What a look brought.
    ///
    /// @param pause before the next look
    record Batch(List<Update> updates, Duration pause) {}

    /// Waits a while for updates of at least this number, and confirms all before it. It never fails.
    Uni<Batch> from(long offset);
}
