package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Service;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.parts.Account;
import dev.wingman.local.testing.DockerEngine;

class HoldingTest {

    private static final int DOCKER = 61_990;

    @TempDir
    Path folder = Path.of("");

    @Test
    void givesTheSocketToTheGatewayAlone() throws IOException {
        assumeTrue(DockerEngine.allows(Account.canSwitch(),
                "that the gateway alone can open the Docker socket; run this once as root"));
        var socket = socket("rw-rw----", DOCKER);

        var holding = Holding.judge(new Custody(true), Optional.of(socket), false);

        assertThat(holding).isEqualTo(new Holding.GatewayAlone(socket));
        for (var service : Service.values()) {
            var own = new Custody(true).of(service.folder());
            assertThat(opens(service == Service.EXECUTION ? holding.gateway(own) : own, socket)).as(service.folder())
                    .isEqualTo(service == Service.EXECUTION);
        }
    }

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void letsNoOtherServicesUserOpenTheSocketOfThisMachine() throws IOException {
        var custody = Custody.here();
        var holding = Holding.judge(custody, EngineSocket.here(), false);
        assumeTrue(DockerEngine.allows(holding instanceof Holding.GatewayAlone,
                "custody of this machine's Docker socket: " + holding.spoken()));
        var socket = holding.engine().orElseThrow();
        assertThat(opens(holding.gateway(custody.of("execution-gateway")), socket)).isTrue();
        assertThat(Custody.uids().keySet()).filteredOn(name -> opens(custody.of(name), socket)).isEmpty();
    }

    @Test
    void refusesASocketThatEverybodyMayOpen() throws IOException {
        var holding = Holding.judge(new Custody(true), Optional.of(socket("rw-rw-rw-", own())), false);

        assertThat(holding.engine()).isEmpty();
        assertThat(holding.spoken()).contains("custody not enforced", "everybody may open", "drills are refused");
    }

    @Test
    void refusesDrillsWhereEveryServiceRunsAsTheSameUser() throws IOException {
        var socket = Optional.of(socket("rw-rw----", own()));

        assertThat(Holding.judge(new Custody(false), socket, false).engine()).isEmpty();
        assertThat(Holding.judge(new Custody(false), socket, true).engine()).isEqualTo(socket);
        assertThat(Holding.judge(new Custody(false), socket, true).spoken()).contains("custody not enforced");
    }

    @Test
    void makesNobodyAMemberOfRootsGroup() throws IOException {
        assumeTrue(DockerEngine.allows(Account.canSwitch(), "a socket of root's own group; run this once as root"));
        assertThat(Holding.judge(new Custody(true), Optional.of(socket("rw-rw----", 0)), false).engine()).isEmpty();
    }

    @Test
    void saysThatThereIsNoEngine() {
        assertThat(Holding.judge(new Custody(true), Optional.empty(), true).spoken())
                .contains("no Docker engine", "drills are refused");
    }

    private static int own() {
        return Account.canSwitch() ? DOCKER : 0;
    }

    private EngineSocket socket(String permissions, int group) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = Files.createTempFile(folder, "docker", ".sock");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        if (Account.canSwitch()) {
            Files.setAttribute(file, "unix:gid", group);
        }
        return new EngineSocket(file);
    }

    /// As the kernel sees it, for a process of that account.
    private static boolean opens(Account account, EngineSocket socket) {
        try {
            return new ProcessBuilder(account.wrap(java.util.List.of("test", "-w", socket.file().toString()))).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
