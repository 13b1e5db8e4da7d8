package dev.wingman.gatekeeper.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Judge;
import dev.wingman.gatekeeper.domain.Judgement;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.platform.http.Body;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;
import dev.wingman.screening.Violation;

/// What one instruction costs the gatekeeper's processor by size, beside the floor: a SHA-256 of the same text. `./wingman bench`
/// runs it and prints its table; it tests nothing.
public class GateBench {

    private static final Identifier WORKER = new Identifier("coder-1");
    private static final int KILOBYTE = 1024;
    private static final List<String> SIZES = List.of("1", "8", "64");
    private static final List<String> TEXTS = List.of("ordinary", "prose", "commands", "hostile");
    private static final List<String> WORK = List.of("floor", "commands", "secrets", "gate");

    /// A text of a size.
    @State(Scope.Benchmark)
    public static class Instruction {

        @Param({"1", "8", "64"})
        public int kilobytes;

        @Param({"ordinary", "prose", "commands", "hostile"})
        public String text = "";

        private byte[] bytes = {};
        private String document = "";
        private Judge judge = judge();

        @Setup
        public void write() {
            document = instruction(piece(text), kilobytes * KILOBYTE);
            bytes = document.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Benchmark
    public byte[] floor(Instruction instruction) {
        return Digests.sha256(instruction.bytes);
    }

    @Benchmark
    public List<Violation> commands(Instruction instruction) {
        return Screening.standard().forbidden(instruction.document, Place.document());
    }

    @Benchmark
    public List<Violation> secrets(Instruction instruction) {
        return Screening.standard().secrets(instruction.document, Place.document());
    }

    /// From the body's bytes to the judgement: text, ten points, criteria, risk, commands, secrets.
    @Benchmark
    public Judgement gate(Instruction instruction) {
        return switch (Drafts.read(instruction.bytes, false, instruction.bytes.length)) {
            case Body.Read<Draft>(var draft) -> instruction.judge.judge(draft, WORKER, Instant.EPOCH);
            case Body.Refused<Draft>(var problem) -> throw new IllegalStateException(problem.toString());
        };
    }

    @Test
    void measuresOneInstructionBySize() throws RunnerException, IOException {
        // less, and the compiler is still at work while it is measured: figures of three rounds then differ by half
        var options = new OptionsBuilder().include(GateBench.class.getName()).forks(1).warmupIterations(12)
                .warmupTime(TimeValue.seconds(1)).measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(700)).mode(Mode.AverageTime)
                .addProfiler(CpuTime.class).jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .output("target/bench.log").build();
        var runs = List.copyOf(new Runner(options).run());
        Files.write(Path.of("target", "bench.md"), table(runs));
    }

    private static List<String> table(List<RunResult> runs) {
        var table = new ArrayList<String>();
        table.add("| CPU \u00b5s a KB (times the floor) | " + String.join(" KB | ", SIZES) + " KB |");
        table.add("| --- |" + " --- |".repeat(SIZES.size()));
        for (var work : WORK) {
            for (var text : TEXTS) {
                var cells = SIZES.stream().map(size -> {
                    var micros = micros(runs, work, text, size);
                    return "%.1f (%.1f)".formatted(micros, micros / micros(runs, "floor", text, size));
                }).toList();
                table.add("| " + work + ", " + text + " | " + String.join(" | ", cells) + " |");
            }
        }
        return table;
    }

    private static double micros(List<RunResult> runs, String work, String text, String size) {
        return runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + work)
                        && run.getParams().getParam("text").equals(text)
                        && run.getParams().getParam("kilobytes").equals(size))
                .map(run -> Objects.requireNonNull(run.getSecondaryResults().get(CpuTime.NAME)))
                .mapToDouble(result -> result.getScore()).findFirst().orElseThrow()
                / Integer.parseInt(size);
    }

    private static String piece(String text) {
        return switch (text) {
            case "ordinary" -> """
                    The export of October's orders goes to /srv/out.csv, one line for each order.
                    - Build it with `mvn -q package`, and start the service with `docker compose up -d export`.
                    - Count the lines, and compare them with the nightly copy of the orders of the month before.

                    Nobody may run `docker system prune` here; the copy stays as it is, whatever the count says.
                    Ask Maria before the second run, since the token of the export is hers: `EXPORT_TOKEN=${EXPORT_TOKEN}`.

                    """;
            case "prose" ->
                "The export of October's orders goes to /srv/out.csv, one line for each order, and the nightly copy "
                        + "stays as it is. Ask Maria before the second run; the password is in the vault. ";
            case "commands" -> """
                    - run `docker compose -f deploy/compose.yaml up -d --build web` and then `git status | head -n 20`
                    - `curl -fsS -H "Authorization: Bearer $TOKEN" https://api.acme.dev/v1/orders | jq '.items[]'`
                    """;
            default -> "rm git sh -c '$(echo \"${X:-kubectl} `password= token: eyJ sk- AKIA secret is ";
        };
    }

    /// The ten points, and the piece again and again below the first of them.
    private static String instruction(String piece, int length) {
        var points = new StringBuilder("# Export the orders\n");
        for (var point : Point.values()) {
            points.append("\n## ").append(point.names().getFirst()).append("\nCount the lines and compare them.\n");
        }
        points.append('\n');
        return points + piece.repeat(length / piece.length() + 1).substring(0, Math.max(0, length - points.length()));
    }

    private static Judge judge() {
        var tenant = new TenantSet(new Identifier("acme"), Tier.STANDARD, TenantSet.Status.ACTIVE, 1, List.of(),
                List.of(), List.of(), List.of(), TenantSet.Policy.ofTier());
        return new Judge(Screening.standard(), "DEV", tenant, new FingerprintKey(new byte[32]), Rules.NONE);
    }
}
