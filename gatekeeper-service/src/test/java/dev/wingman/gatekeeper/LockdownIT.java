package dev.wingman.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class LockdownIT {

    private static final int ROUNDS = 20;
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void mend() {
        Parts.redis().start();
    }

    /// From the broker's word that it has the event until a call is answered with the lock: HTTP and the wait for the call before it are
    /// in it. The median is held to it, since on a machine that is busy with other things any single round may wait for a processor.
    @Test
    void answersALockFromMemoryWithinFiftyMillisecondsOfItsEvent() {
        Calls.register("vought");
        var refusals = new ArrayList<Duration>();
        try (var hop = new Hop()) {
            for (var round = 1; round <= ROUNDS; round++) {
                var worker = "liar-" + round;
                var caller = Tokens.worker("vought", worker).jwt();
                assertThat(statusOf(caller)).isEqualTo(200);

                var arrival = hop.arrival(Calls.locked("vought", worker, round, "watcher-service"));
                refusals.add(Duration.ofNanos(refusal(caller) - arrival.join()));
            }
        }

        IO.println("measured: lock on its topic → 423: " + told(refusals));
        assertThat(median(refusals)).isLessThan(AT_ONCE);
    }

    @Test
    void neitherForgetsALockNorHoldsUpOthersWhileRedisIsAway() {
        Calls.register("payback");
        Calls.lock("payback", "coder-1", 1, "watcher-service");
        refusal(Tokens.worker("payback", "coder-1").jwt());

        Parts.redis().kill();

        Calls.submit(Tokens.worker("payback", "coder-1"), Calls.instruction()).then().statusCode(423);
        Calls.submit(Tokens.worker("payback", "coder-2"), Calls.instruction()).then().statusCode(202);
        Calls.lock("payback", "coder-2", 2, "watcher-service");
        refusal(Tokens.worker("payback", "coder-2").jwt());
    }

    /// The time of the first call that was answered with the lock.
    private long refusal(String caller) {
        var until = System.nanoTime() + Calls.SOON.toNanos();
        while (statusOf(caller) != 423) {
            assertThat(System.nanoTime()).isLessThan(until);
        }
        return System.nanoTime();
    }

    private static String told(List<Duration> taken) {
        return "median %.1f ms, longest %.1f ms of %d".formatted(median(taken).toNanos() / 1e6,
                taken.stream().max(Duration::compareTo).orElseThrow().toNanos() / 1e6, taken.size());
    }

    private static Duration median(List<Duration> taken) {
        return taken.stream().sorted().toList().get(taken.size() / 2);
    }

    private int statusOf(String caller) {
        var call = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/instructions/check"))
                .header("Authorization", "Bearer " + caller).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")).build();
        try {
            return http.send(call, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
