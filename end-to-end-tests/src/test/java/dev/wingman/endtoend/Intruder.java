package dev.wingman.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.EventType;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.demo.Playground;
import dev.wingman.local.keys.Keys;
import dev.wingman.local.parts.BrokerUsers;
import dev.wingman.local.parts.KafkaBroker;

/// Somebody with the broker's own password: he reads and writes every topic. What he signs with is said each time.
record Intruder(Playground playground) {

    private static final int BROKER = 20;

    /// An event in the name of a service, not signed yet.
    static WireRecord event(Tenant tenant, Service writer, String subject, Event event) {
        return Codec.encode(new Envelope<>(Ids.first(Instant.now()), new Identifier(tenant.id()), writer, subject,
                Instant.now(), "DEV", Optional.empty(), event));
    }

    /// The signing key of a service, read as root: no intruder who is not root gets so far.
    SigningKey keyOf(Service service) {
        return SigningKey.read(new Keys(playground.stack().state().root()).signingKey(service.folder()));
    }

    void write(WireRecord record) {
        var outgoing = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> outgoing.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(login(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(outgoing).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The tenant's events of one kind, as they lie on their topic.
    List<WireRecord> read(Tenant tenant, String type) {
        try (var tap = tap(tenant, EventType.named(type).orElseThrow().topic())) {
            return tap.all().stream().filter(record -> type.equals(Wiretap.type(record))).toList();
        }
    }

    /// Hears what comes for the tenant on these topics from now on.
    Wiretap tap(Tenant tenant, Topic... topics) {
        return new Wiretap(login(), tenant, topics);
    }

    private Map<String, Object> login() {
        try {
            var secrets = Json.tolerant().readTree(playground.stack().state().secrets().toFile());
            var login = new HashMap<String, Object>(KafkaBroker.client(BrokerUsers.ADMINISTRATOR,
                    secrets.path("kafka/" + BrokerUsers.ADMINISTRATOR).asText()));
            login.put("bootstrap.servers", "127.0.0.1:" + (playground.portBase() + BROKER));
            login.put("acks", "all");
            return login;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
