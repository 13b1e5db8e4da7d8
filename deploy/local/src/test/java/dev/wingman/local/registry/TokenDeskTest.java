package dev.wingman.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.local.LocalFault;
import dev.wingman.local.keys.Keys;
import dev.wingman.local.stack.LocalState;

/// Against a gatekeeper that knows `acme` alone, with a worker and an operator, and keeps what it was asked.
class TokenDeskTest {

    private static final String ACME = """
            {"tenant_id": "acme", "version": 3, "workers": [{"worker": "coder-1", "owner": "coder-1"}],
             "operators": [{"subject": "olga", "level": "standard"}]}""";

    /// Its issuer's key serves all tests: one takes long to make.
    @TempDir
    static Path folder = Path.of("");

    private final HttpServer gatekeeper;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TokenDeskTest() throws IOException {
        gatekeeper = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gatekeeper.createContext("/v1/tenants/", this::answer);
        gatekeeper.start();
    }

    @BeforeAll
    static void makeAnIssuer() {
        new Keys(folder).makeIssuer();
    }

    @AfterEach
    void stop() {
        gatekeeper.stop(0);
    }

    @Test
    void knowsWhomTheRegistryLists() {
        assertThat(unknown("acme", "coder-1", "worker")).isEmpty();
        assertThat(unknown("acme", "olga", "operator")).isEmpty();
        assertThat(unknown("acme", "anybody", "sre")).isEmpty();
        assertThat(unknown("wingman", "launcher", "admin")).isEmpty();
    }

    @Test
    void makesNoOperatorOfAWorker() {
        assertThat(unknown("acme", "coder-1", "operator")).contains("acme has no operator `coder-1` (but olga): "
                + "`wingman token --tenant acme --subject coder-1 --role operator` registers one");
        assertThat(asked).containsExactly("GET /v1/tenants/acme");
    }

    @Test
    void makesNoAdminOfAWorker() {
        assertThat(unknown("acme", "coder-1", "admin")).contains(
                "`coder-1` is a worker of acme, and no worker is an admin: give another --as");
    }

    @Test
    void makesNoWorkerOfAMistypedName() {
        assertThat(unknown("acme", "codr-1", "worker").orElse("")).contains("no worker `codr-1` (but coder-1)");
        assertThat(asked).containsExactly("GET /v1/tenants/acme");
    }

    @Test
    void makesNoTenantOfAMistypedOne() {
        assertThat(unknown("acmee", "sre", "sre")).contains("there is no tenant `acmee` here: "
                + "`wingman token --tenant acmee --subject sre --role sre` registers it");
        assertThat(asked).containsExactly("GET /v1/tenants/acmee");
    }

    @Test
    void givesNoTargetToATenantThatThereIsNot() {
        var target = Target.container("shop");

        assertThatThrownBy(() -> target.allow("acmee", state())).isInstanceOf(LocalFault.class)
                .hasMessageContaining("there is no tenant `acmee` here");
        assertThat(asked).containsExactly("GET /v1/tenants/acmee");
    }

    private Optional<String> unknown(String tenant, String name, String role) {
        return new TokenDesk(state()).unknown(new Subject(tenant, name, role, Optional.empty()));
    }

    private LocalState state() {
        return new LocalState(8000,
                Map.of("gatekeeper-service", "http://127.0.0.1:" + gatekeeper.getAddress().getPort()), "DEV", "local",
                new Keys(folder).issuerKey().toString(), List.of(), "", false);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var body = ACME.getBytes(UTF_8);
            var known = exchange.getRequestURI().getPath().endsWith("/acme");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
