package dev.wingman.local.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.wingman.local.keys.Keys;
import dev.wingman.local.keys.TokenIssuer;
import dev.wingman.local.parts.Account;
import dev.wingman.local.parts.PostgresServer;

/// The real parts under a service's tests: `@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name =
/// "service", value = "auditor-service"))`. They start once per JVM, whoever asks first, and end with it.
public final class Parts implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
        if (service.isEmpty()) {
            throw new IllegalArgumentException("Parts wants to know its `service`");
        }
    }

    @Override
    public Map<String, String> start() {
        return settings(service);
    }

    /// Nothing: the parts serve the next test class too.
    @Override
    public void stop() {}

    /// Starts what does not run yet and gives the settings of one service, as the launcher would write them.
    public static Map<String, String> settings(String service) {
        var bench = Bench.running();
        var role = PostgresServer.roleOf(service);
        bench.postgres().createRole(role, Bench.PASSWORD);
        bench.keys().makeSigningKey(service, Account.own());
        var settings = new TreeMap<String, String>();
        settings.put("kafka.bootstrap.servers", bench.kafka().address());
        settings.put("quarkus.datasource.username", role);
        settings.put("quarkus.datasource.password", Bench.PASSWORD);
        settings.put("quarkus.datasource.reactive.url", bench.postgres().reactiveUrl());
        settings.put("quarkus.datasource.jdbc.url", bench.postgres().jdbcUrl());
        settings.put("quarkus.redis.hosts", bench.redis().url());
        settings.put("mp.jwt.verify.publickey.location", "file:" + Bench.issuer().jwks());
        settings.put("mp.jwt.verify.issuer", TokenIssuer.NAME);
        settings.put("wingman.platform.environment", "DEV");
        settings.put("wingman.platform.site", "local");
        settings.put("wingman.platform.signing-key", bench.keys().signingKey(service).toString());
        settings.put("wingman.platform.trust", bench.keys().trust().toString());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    public static TestPart broker() {
        return part(Bench.running().kafka());
    }

    public static TestPart postgres() {
        return part(Bench.running().postgres());
    }

    public static TestPart redis() {
        return part(Bench.running().redis());
    }

    public static String brokerAddress() {
        return Bench.running().kafka().address();
    }

    /// Keys of all seven services, and the trust folder.
    public static Keys keys() {
        return Bench.running().keys();
    }

    static Path strangersKey() {
        return Bench.strangers().issuerKey();
    }

    private static TestPart part(dev.wingman.local.parts.Part part) {
        return new TestPart(part, Bench.running().starter());
    }
}
