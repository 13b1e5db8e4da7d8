package dev.wingman.endtoend.bench;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Claim;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.local.demo.Plans;
import dev.wingman.local.demo.Playground;

/// One tenant at fifty times its quota, and what another feels of it: rounds without and with it alternate.
class NeighbourBench {

    private static final int ROUNDS = 3;
    private static final int RATE = 10;
    private static final int COUNT = 150;
    private static final int WARM_UP = 400;
    /// Of the loud tenant, by its own entry: the stack here gives everybody more than anybody can use up.
    private static final int QUOTA_PER_MINUTE = 120;
    private static final int TIMES = 50;
    /// After so many refusals the minute's worth that may come at once is gone, and the machine is warm.
    private static final int REFUSED = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 10_000_000;

    private final Report report = new Report("bench-neighbour.md");

    @Test
    void measuresWhatALoudTenantCostsAnother() throws InterruptedException {
        try (var playground = Playground.withFakeChat(Path.of("..").toAbsolutePath().normalize(), Optional.empty())) {
            playground.up();
            report.line(
                    "| a tenant with %d calls a minute asks %d a second; another, %d a second | n | quiet p50, p99 ms"
                            .formatted(QUOTA_PER_MINUTE, QUOTA_PER_MINUTE / 60 * TIMES, RATE)
                            + " | beside it p50, p99 ms | ratio p50 | ratio p99 | what the loud one was answered |");
            report.line("| --- | --- | --- | --- | --- | --- | --- |");
            var quiet = playground.client("quiet", "coder-1", "worker");
            var plan = Plans.complete(playground.write("plan.csv", "1;2\n"));
            var claim = Claim.of("created file " + playground.file("plan.csv"));
            var loud = new Loud(playground, playground.token("loud", "coder-1", "worker"));
            playground.register("loud", entry -> {
                entry.withObjectProperty("policy").withObjectProperty("rate_limits")
                        .put("worker_per_minute", QUOTA_PER_MINUTE).put("tenant_per_minute", QUOTA_PER_MINUTE)
                        .put("claims_worker_per_minute", QUOTA_PER_MINUTE)
                        .put("claims_tenant_per_minute", QUOTA_PER_MINUTE);
                return true;
            });
            compare("instructions", _ -> submitted(quiet, plan), () -> loud.calls(Service.GATEKEEPER,
                    "/v1/instructions", plan.mediaType(), plan.text()));
            compare("claims", _ -> claimed(quiet, claim), () -> loud.calls(Service.CLAIM_LOGGER, "/v1/claims",
                    "application/json", new String(Json.bytes(claim), java.nio.charset.StandardCharsets.UTF_8)));
        }
        report.write();
    }

    private void compare(String what, IntFunction<String> call, Supplier<Flood> flood) throws InterruptedException {
        warm(call);
        try (var loud = flood.get()) {
            awaitRefusals(loud);
        }
        var quiet = new ArrayList<Latencies>();
        var beside = new ArrayList<Latencies>();
        var answers = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            quiet.add(ordinary(call, COUNT));
            try (var loud = flood.get()) {
                awaitRefusals(loud);
                beside.add(ordinary(call, COUNT));
                answers.add(loud.answers().toString());
            }
        }
        var half = Latencies.median(quiet, 0.5);
        var most = Latencies.median(quiet, 0.99);
        report.line("| %s | %d | %.1f, %.1f | %.1f, %.1f | %.1f | %.1f | %s |".formatted(what, ROUNDS * COUNT, half,
                most, Latencies.median(beside, 0.5), Latencies.median(beside, 0.99),
                Latencies.median(beside, 0.5) / half, Latencies.median(beside, 0.99) / most,
                String.join(" ", answers)));
    }

    /// One after the other: a cold stack answers none too soon.
    private static void warm(IntFunction<String> call) {
        var answered = new Pace();
        for (int number = 0; number < WARM_UP; number++) {
            answered.arrived(call.apply(number));
        }
    }

    /// From when a call was due until it was answered.
    private static Latencies ordinary(IntFunction<String> call, int count) throws InterruptedException {
        var pace = new Pace();
        return pace.run(count, RATE, number -> {
            var id = call.apply(number);
            pace.arrived(id);
            return id;
        });
    }

    private static void awaitRefusals(Flood loud) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (loud.answered(429) < REFUSED) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("too few refusals: " + loud.answers());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String submitted(WingmanClient worker, dev.wingman.client.Instruction plan) {
        return got(worker.submit(plan, Optional.empty())).instructionId();
    }

    private static String claimed(WingmanClient worker, Claim claim) {
        return got(worker.claim(claim)).claimId();
    }

    private static <T> T got(Reply<T> reply) {
        return switch (reply) {
            case Reply.Ok(var value, _) -> value;
            case Reply.No(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    /// The loud tenant's worker.
    private record Loud(Playground playground, String token) {
        Flood calls(Service service, String path, String mediaType, String body) {
            return new Flood(HttpRequest.newBuilder(playground.addresses().of(service).resolve(path))
                    .header("Authorization", "Bearer " + token).header("Content-Type", mediaType)
                    .POST(ofString(body)).build(), QUOTA_PER_MINUTE / 60 * TIMES);
        }
    }
}
