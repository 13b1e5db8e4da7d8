package dev.wingman.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.wingman.contracts.Json;
import dev.wingman.local.demo.Playground;
import dev.wingman.local.parts.BrokerUsers;
import dev.wingman.local.parts.KafkaBroker;

/// The stack's broker, as its administrator sees it.
record Log(Map<String, Object> client) {

    private static final Duration POLL = Duration.ofMillis(100);

    static Log of(Playground playground) {
        try {
            var secrets = Json.tolerant().readTree(playground.stack().state().secrets().toFile());
            var password = secrets.path("kafka/" + BrokerUsers.ADMINISTRATOR).asText();
            var client = new HashMap<String, Object>(KafkaBroker.client(BrokerUsers.ADMINISTRATOR, password));
            client.put("bootstrap.servers", "127.0.0.1:" + (playground.portBase() + 20));
            return new Log(Map.copyOf(client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void create(String... topics) {
        try (var admin = Admin.create(client)) {
            admin.createTopics(List.of(topics).stream().map(topic -> new NewTopic(topic, 12, (short) 1)).toList()).all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    KafkaProducer<String, byte[]> producer() {
        var settings = new HashMap<>(client);
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// Hears all that comes from now on, until the reader is interrupted; returns once it listens.
    Thread follow(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        var listening = new CountDownLatch(1);
        var thread = Thread.ofPlatform().daemon().name("follow " + topic).start(() -> {
            try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition())).toList();
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
                listening.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    consumer.poll(POLL).forEach(reader);
                }
            } catch (org.apache.kafka.common.errors.InterruptException e) {
                Thread.currentThread().interrupt();
            }
        });
        await(listening);
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
