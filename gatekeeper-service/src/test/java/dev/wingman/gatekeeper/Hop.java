package dev.wingman.gatekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.wingman.contracts.WireRecord;
import dev.wingman.local.testing.Parts;

/// The way of an event to the broker, by itself.
final class Hop implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.brokerAddress(), "acks", "all"), new StringSerializer(),
            new ByteArraySerializer());

    /// The time at which the broker said that it has the record: from then on whoever reads the topic may know it.
    CompletableFuture<Long> arrival(WireRecord record) {
        var outgoing = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> outgoing.headers().add(name, value.getBytes(UTF_8)));
        var arrival = new CompletableFuture<Long>();
        producer.send(outgoing, (_, fault) -> {
            if (fault == null) {
                arrival.complete(System.nanoTime());
            } else {
                arrival.completeExceptionally(fault);
            }
        });
        return arrival;
    }

    @Override
    public void close() {
        producer.close();
    }
}
