package dev.wingman.local.stack;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.wingman.contracts.Service;
import dev.wingman.local.keys.Keys;
import dev.wingman.local.keys.TokenIssuer;
import dev.wingman.local.parts.KafkaBroker;
import dev.wingman.local.parts.PostgresServer;
import dev.wingman.local.parts.RedisServer;

/// What a service is told, in a file that only its account may read.
record ServiceSettings(PortPlan ports, Keys keys, Secrets secrets, KafkaBroker kafka, PostgresServer postgres,
        RedisServer redis, Holding holding) {

    /// The lines of `config/application.properties`.
    String of(Service service) {
        var settings = new TreeMap<String, String>();
        settings.putAll(network(service));
        settings.putAll(parts(service));
        settings.putAll(identity(service));
        settings.putAll(limits());
        if (service == Service.EXECUTION) {
            holding.engine().ifPresent(socket -> settings.put("wingman.execution.docker-host", socket.address()));
            // A human at a screen waits for what is seen of a container; one engine of a few containers is looked at often.
            settings.put("wingman.execution.observe-every", "1S");
        }
        return settings.entrySet().stream().map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Map<String, String> network(Service service) {
        var settings = new TreeMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", String.valueOf(ports.management(service)));
        ports.api(service).ifPresentOrElse(port -> settings.put("quarkus.http.port", String.valueOf(port)),
                () -> settings.put("quarkus.http.host-enabled", "false"));
        return settings;
    }

    private Map<String, String> parts(Service service) {
        var settings = new TreeMap<String, String>();
        settings.put("kafka.bootstrap.servers", kafka.address());
        KafkaBroker.client(service.folder(), secrets.of("kafka/" + service.folder()))
                .forEach((name, value) -> settings.put("kafka." + name, value));
        settings.put("quarkus.datasource.username", PostgresServer.roleOf(service.folder()));
        settings.put("quarkus.datasource.password", secrets.of("postgres/" + service.folder()));
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl());
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        settings.put("quarkus.redis.hosts", redis.url());
        return settings;
    }

    /// One machine is one person's, and benches ask as fast as they can: the tenants that the token command registers may, too, and as many
    /// as are wanted.
    private static Map<String, String> limits() {
        return Map.of("wingman.limits.standard.worker-per-minute", "6000000",
                "wingman.limits.standard.tenant-per-minute", "6000000", "wingman.limits.registry-per-minute",
                "6000000");
    }

    private Map<String, String> identity(Service service) {
        return Map.of("mp.jwt.verify.publickey.location", "file:" + keys.jwks(), "mp.jwt.verify.issuer",
                TokenIssuer.NAME, "wingman.platform.environment", "DEV", "wingman.platform.site", "local",
                "wingman.platform.signing-key", keys.signingKey(service.folder()).toString(),
                "wingman.platform.trust", keys.trust().toString());
    }

    /// A backslash, a dollar and a brace have a meaning in such a file.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "\\\\${");
    }
}
