package dev.wingman.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import dev.wingman.client.Claim;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Topic;
import dev.wingman.local.demo.Playground;

/// Claim → verdict and verdict → outgoing alert, warm, beside the floor of bare Kafka hops; rounds alternate.
class LatencyBench {

    private static final int ROUNDS = 3;
    private static final int RATE = 20;
    private static final int COUNT = 200;
    private static final int WARM_UP = 600;
    private static final int LIARS = 60;

    private final Report report = new Report("bench.md");

    @Test
    void measuresTheTruthLoop() throws InterruptedException {
        try (var playground = Playground.withFakeChat(Path.of("..").toAbsolutePath().normalize(), Optional.empty())) {
            report.line("| what | n | p50 ms | p99 ms | ratio p50 | ratio p99 |");
            report.line("| --- | --- | --- | --- | --- | --- |");
            var start = playground.up();
            var log = Log.of(playground);
            var floor = new Hops(log);
            measure(playground, log, floor);
            report.line("");
            report.line("Start of the stack: " + start.toMillis() + " ms. Memory: " + Memory.of(playground));
        }
        report.write();
    }

    private void measure(Playground playground, Log log, Hops floor) throws InterruptedException {
        var verdicts = new Pace();
        log.follow(Topic.VERDICTS.topicName(), record -> verdicts.arrived(subject(record.value())));
        var worker = playground.client("bench", "coder-1", "worker");
        var file = playground.write("bench.csv", "1;2\n");
        claims(verdicts, worker, file, WARM_UP, RATE * 5);
        floor.run(WARM_UP, RATE * 5);

        var ours = new ArrayList<Latencies>();
        var floors = new ArrayList<Latencies>();
        for (int round = 0; round < ROUNDS; round++) {
            floors.add(floor.run(COUNT, RATE));
            ours.add(claims(verdicts, worker, file, COUNT, RATE));
        }
        line("floor: two Kafka hops", floors, floors);
        line("claim (due) → verdict on its topic", ours, floors);
        alerts(playground, verdicts, floors);
    }

    private static Latencies claims(Pace verdicts, WingmanClient worker, Path file, int count, int rate)
            throws InterruptedException {
        return verdicts.run(count, rate, _ -> claimed(worker, Claim.of("created file " + file)));
    }

    /// Each liar lies once: the first alert of an incident.
    private void alerts(Playground playground, Pace verdicts, List<Latencies> floors) throws InterruptedException {
        var told = new Pace();
        var chat = playground.chat().orElseThrow();
        var liars = new ArrayList<WingmanClient>();
        for (int i = 0; i < LIARS; i++) {
            liars.add(playground.client("bench", "liar-" + i, "worker"));
        }
        var lies = new CopyOnWriteArrayList<String>();
        chat.onCall(call -> lies.stream().filter(lie -> call.text("text").contains(lie)).forEach(told::arrived));
        told.run(LIARS, RATE, i -> {
            var claim = claimed(liars.get(i), Claim.of("created file " + playground.file("never-" + i)));
            lies.add(claim);
            chat.calls("sendMessage").stream().filter(call -> call.text("text").contains(claim))
                    .forEach(_ -> told.arrived(claim));
            return claim;
        });
        line("FALSE verdict → outgoing call", List.of(told.from(verdicts, lies)), floors);
    }

    private static String claimed(WingmanClient worker, Claim claim) {
        return switch (worker.claim(claim)) {
            case Reply.Ok(var claimed, _) -> claimed.claimId();
            case Reply.No(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    private static String subject(byte[] verdict) {
        try {
            return Json.tolerant().readTree(verdict).path("subject_id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String what, List<Latencies> rounds, List<Latencies> floors) {
        double half = Latencies.median(rounds, 0.5);
        double most = Latencies.median(rounds, 0.99);
        report.line("| %s | %d | %.1f | %.1f | %.1f | %.1f |".formatted(what,
                rounds.stream().mapToInt(round -> round.nanos().size()).sum(), half, most,
                half / Latencies.median(floors, 0.5), most / Latencies.median(floors, 0.99)));
    }

    /// The floor: a record to a topic, from there to another, and read there.
    private static final class Hops {

        private final Pace pace = new Pace();
        private final KafkaProducer<String, byte[]> producer;

        Hops(Log log) {
            log.create("bench.first", "bench.second");
            producer = log.producer();
            log.follow("bench.first",
                    record -> producer.send(new ProducerRecord<>("bench.second", record.key(), record.value())));
            log.follow("bench.second", record -> pace.arrived(record.key()));
        }

        Latencies run(int count, int rate) throws InterruptedException {
            var value = new byte[1024];
            return pace.run(count, rate, _ -> {
                var name = UUID.randomUUID().toString();
                producer.send(new ProducerRecord<>("bench.first", name, value));
                return name;
            });
        }
    }

    /// Resident memory of each process.
    private record Memory(String name, long megabytes) {

        static String of(Playground playground) {
            var all = playground.stack().status().stream().filter(one -> one.running())
                    .map(one -> new Memory(one.name(), resident(one.pid()) / 1024)).toList();
            return all + ", in all " + all.stream().mapToLong(Memory::megabytes).sum() + " MB";
        }

        private static long resident(long pid) {
            try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong).sum();
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public String toString() {
            return name + " " + megabytes + " MB";
        }
    }
}
