package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

/// What stands before the first call of anybody: connections are few, and each carries one call at a time.
@QuarkusTest
@TestProfile(ConnectionsIT.Few.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
@SuppressWarnings("NullAway.Init")
class ConnectionsIT {

    private static final int MOST = 8;
    private static final int PATIENCE = 10_000;

    @Inject
    JWTParser parser;

    /// So few connections that a test can take them all, and no place for anybody's call.
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.limits.max-connections", Integer.toString(MOST), "wingman.limits.in-flight",
                    "0");
        }
    }

    @Test
    void answersAnUpgradeToHttp2InHttp1() throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address() + "/v1/whoami")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void speaksNoHttp2ToWhoBeginsWithIt() throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));

            var answer = new String(socket.getInputStream().readNBytes(9), US_ASCII);
            // a line of text, whatever it says: a frame would begin with its length
            assertThat(answer).matches("|HTTP/.*");
        }
    }

    @Test
    void closesAConnectionMoreThanItHolds() throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (var connection = 0; connection <= MOST; connection++) {
                open.add(connected());
            }

            var closed = 0;
            for (var socket : open) {
                closed += isClosed(socket) ? 1 : 0;
            }
            assertThat(closed).isPositive();
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void tellsACallToComeAgainWhereNoPlaceIsFree() {
        json(Calls.ours()).body("{").put("/v1/tenants/crowded").then().statusCode(503)
                .contentType("application/problem+json").header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("type", equalTo("urn:wingman:problem:unavailable"));
    }

    @Test
    void checksTheSignatureOfATokenOnceAndOfAForgedOneEachTime() throws ParseException {
        var token = Tokens.worker("crowded", "coder-1").jwt();
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

        assertThat(parser.parse(token)).isSameAs(parser.parse(token));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parser.parse(forged));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parser.parse(forged));
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write("GET /v1/whoami HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static String address() {
        return "http://localhost:" + RestAssured.port;
    }
}
