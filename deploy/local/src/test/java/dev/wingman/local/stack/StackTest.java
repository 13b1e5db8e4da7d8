package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Service;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.parts.Account;
import dev.wingman.local.parts.KafkaBroker;
import dev.wingman.local.testing.DockerEngine;

/// One stack for all tests: `up` brings back what a test took down.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {

    @TempDir
    static Path folder = Path.of("");

    private final Stack.Wish wish = new Stack.Wish(PortPlan.free().base(), List.of());
    private Stack stack = new Stack(Path.of(""), Optional.of(Path.of("target", "unused-state")));

    @BeforeEach
    void everythingRuns() throws IOException {
        stack = new Stack(Checkout.in(folder).folder(), Optional.empty());
        stack.up(wish);
    }

    @AfterAll
    void nothingLeftRunning() {
        stack.down();
    }

    @Test
    void startsOnlyWhatIsMissing() {
        var before = pids();

        stack.process("watcher-service").orElseThrow().kill();
        stack.process("kafka").orElseThrow().kill();
        stack.up(wish);

        assertThat(stack.status()).allMatch(Stack.Standing::ready);
        assertThat(pids()).containsAll(before.stream().filter(pid -> ProcessHandle.of(pid).isPresent()).toList());
        assertThat(pids().stream().filter(before::contains)).hasSize(8);
    }

    @Test
    void comesBackWithItsDataAfterDown() {
        stack.down();

        var took = stack.up(wish);

        assertThat(took).isLessThan(Duration.ofSeconds(60));
        assertThat(stack.status()).allMatch(Stack.Standing::ready);
    }

    @Test
    void keepsSecretsFromEverybodyElse() throws IOException {
        try (var files = Files.walk(stack.state().root())) {
            var open = files.filter(Files::isRegularFile).filter(StackTest::readableByOthers)
                    .filter(file -> !file.startsWith(stack.state().programs()))
                    .filter(file -> !file.startsWith(stack.state().apps())).map(stack.state().root()::relativize)
                    .map(Path::toString).toList();
            assertThat(open).allMatch(name -> name.startsWith("trust/")
                    || List.of("jwks.json", "local.json", "lock").contains(name));
        }
        assertThat(stack.state().root().resolve("keys/auditor-service/signing.jwk")).exists();
        assertThat(commandLines()).noneMatch(line -> line.contains(secretOf("postgres")));
    }

    @Test
    void refusesToLetAServiceWriteAnothersTopic() {
        var settings = new HashMap<String, Object>(
                KafkaBroker.client("auditor-service", secretOf("kafka/auditor-service")));
        settings.put("bootstrap.servers", "127.0.0.1:" + new PortPlan(wish.portBase()).kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var own = producer.send(new ProducerRecord<>("wingman.verdicts.v1", "acme", "{}"));
            var foreign = producer.send(new ProducerRecord<>("wingman.instructions.v1", "acme", "{}"));

            assertThat(own).succeedsWithin(Duration.ofSeconds(20));
            assertThat(foreign).failsWithin(Duration.ofSeconds(20)).withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        var addresses = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table)).stream().skip(1).toList()) {
                var columns = line.strip().split("\\s+");
                var port = Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16);
                if (columns[3].equals("0A") && new PortPlan(wish.portBase()).all().containsKey(port)) {
                    addresses.add(columns[1].substring(0, columns[1].indexOf(':')));
                }
            }
        }
        assertThat(addresses).hasSize(17).allMatch(address -> address.equals("0100007F")
                || address.equals("0000000000000000FFFF00000100007F"));
    }

    @Test
    void givesEachProcessItsOwnAccountAsRoot() throws IOException {
        assumeTrue(DockerEngine.allows(Account.canSwitch(),
                "that each service has an account of its own; run this once as root"));
        for (var service : Service.values()) {
            var process = Path.of("/proc",
                    String.valueOf(stack.process(service.folder()).orElseThrow().pid()), "status");
            var uid = Custody.uids().get(service.folder());
            assertThat(Files.readAllLines(process)).contains("Uid:\t%1$d\t%1$d\t%1$d\t%1$d".formatted(uid),
                    "NoNewPrivs:\t1", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000");
        }
    }

    @Test
    void putsTheGatewayAloneIntoTheGroupOfTheDockerSocket() throws IOException {
        var socket = EngineSocket.here();
        var holding = Holding.judge(Custody.here(), socket, false);
        assumeTrue(DockerEngine.allows(holding instanceof Holding.GatewayAlone,
                "who is in the group of the Docker socket: " + holding.spoken()));
        assertThat(stack.engine()).contains("execution-gateway alone");
        for (var service : Service.values()) {
            var process = stack.process(service.folder()).orElseThrow();
            var groups = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("Groups:")).map(line -> line.substring(7).strip()).toList();
            assertThat(groups).as(service.folder()).containsExactly(
                    service == Service.EXECUTION ? String.valueOf(socket.orElseThrow().group()) : "");
        }
    }

    private String secretOf(String name) {
        return Secrets.in(stack.state().secrets()).of(name);
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses().map(process -> Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                .flatMap(StackTest::content).toList();
    }

    private static Stream<String> content(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean readableByOthers(Path file) {
        try {
            var real = StateFolder.reachable(file);
            return real && Files.getPosixFilePermissions(file)
                    .contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> pids() {
        return stack.status().stream().map(Stack.Standing::pid).toList();
    }
}
