package dev.wingman.claimlogger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import dev.wingman.contracts.ledger.Checkpoint;
import dev.wingman.contracts.ledger.Receipt;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;

/// Promises claims their place in the ledger. A signature costs half a millisecond: while one is made, the next claims gather, and one signature
/// then promises them all. A lone claim waits for nobody.
@ApplicationScoped
public class Receipts {

    private record Wish(byte[] leafHash, UniEmitter<? super Receipt> emitter) {}

    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final SigningKey key;
    private final String signer;
    private final int atOnce;
    private Thread writer;

    @SuppressWarnings("NullAway.Init")
    Receipts(Envelopes envelopes, PlatformSettings platform, ClaimLoggerSettings settings) {
        this.key = envelopes.signingKey();
        this.signer = Checkpoint.signer(platform.environment());
        this.atOnce = settings.promisedAtOnce();
    }

    void start(@Observes StartupEvent starting) {
        writer = Thread.ofPlatform().daemon().name("receipts").start(this::write);
    }

    void stop(@Observes ShutdownEvent stopping) {
        writer.interrupt();
    }

    /// A receipt for a leaf that stands on its topic already.
    public Uni<Receipt> promise(byte[] leafHash) {
        return Uni.createFrom().emitter(emitter -> wishes.add(new Wish(leafHash, emitter)));
    }

    private void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var batch = new ArrayList<Wish>();
                batch.add(wishes.take());
                wishes.drainTo(batch, atOnce - 1);
                grant(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void grant(List<Wish> batch) {
        var receipts = Receipt.promise(batch.stream().map(Wish::leafHash).toList(), key, signer);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).emitter().complete(receipts.get(i));
        }
    }
}
