package dev.wingman.contracts;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

/// `docs/asyncapi.yaml`: topics, who writes and reads them, and what stands on them.
class AsyncApiTest {

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        var yaml = YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put("info", new TreeMap<>(Map.of("title", "Wingman", "version", "1.0.0")));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", components());

        Generated.check("asyncapi.yaml", yaml.writeValueAsString(document));
    }

    private static Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        for (var topic : Topic.values()) {
            var messages = new LinkedHashMap<String, Object>();
            types(topic).forEach(type -> messages.put(type.name(), ref("#/components/messages/" + type.name())));
            var channel = new LinkedHashMap<String, Object>();
            channel.put("address", topic.topicName());
            channel.put("messages", messages);
            channel.put("bindings", Map.of("kafka", kafka(topic)));
            channel.put("x-writer", writers(topic));
            channel.put("x-readers", readers(topic));
            channels.put(name(topic), channel);
        }
        return channels;
    }

    private static Map<String, Object> kafka(Topic topic) {
        var binding = new LinkedHashMap<String, Object>();
        binding.put("topic", topic.topicName());
        binding.put("partitions", Topic.PARTITIONS);
        binding.put("topicConfiguration",
                Map.of("cleanup.policy", List.of(topic.compacted() ? "compact" : "delete")));
        binding.put("bindingVersion", "0.5.0");
        return binding;
    }

    private static Map<String, Object> operations() {
        var operations = new LinkedHashMap<String, Object>();
        for (var service : Service.values()) {
            for (var topic : Topic.values()) {
                if (topic.writableBy(service)) {
                    operations.put(service.folder() + ".send." + name(topic), operation("send", topic));
                }
                if (topic.readableBy(service)) {
                    operations.put(service.folder() + ".receive." + name(topic), operation("receive", topic));
                }
            }
        }
        return operations;
    }

    private static Map<String, Object> operation(String action, Topic topic) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("action", action);
        operation.put("channel", ref("#/channels/" + name(topic)));
        return operation;
    }

    private static Map<String, Object> components() {
        var messages = new LinkedHashMap<String, Object>();
        for (var type : EventType.all()) {
            var message = new LinkedHashMap<String, Object>();
            message.put("name", type.name());
            message.put("contentType", "application/json");
            message.put("headers", ref("#/components/schemas/headers"));
            message.put("payload", ref("schemas/" + type.name() + ".v1.json"));
            message.put("bindings",
                    Map.of("kafka", Map.of("key", ref("#/components/schemas/tenant"))));
            messages.put(type.name(), message);
        }
        var components = new LinkedHashMap<String, Object>();
        components.put("messages", messages);
        components.put("schemas", schemas());
        return components;
    }

    private static Map<String, Object> schemas() {
        var properties = new LinkedHashMap<String, Object>();
        Codec.encode(Samples.envelope(Samples.claim())).headers().keySet()
                .forEach(header -> properties.put(header, Map.of("type", "string")));
        properties.put("ce_signature", Map.of("type", "string"));
        var headers = new LinkedHashMap<String, Object>();
        headers.put("type", "object");
        headers.put("properties", properties);
        headers.put("required", properties.keySet().stream()
                .filter(name -> name.startsWith("ce_") && !name.equals("ce_signature")).toList());
        var tenant = new LinkedHashMap<String, Object>();
        tenant.put("type", "string");
        tenant.put("pattern", "^[a-z0-9][a-z0-9._-]{0,62}$");
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put("headers", headers);
        schemas.put("tenant", tenant);
        return schemas;
    }

    private static Stream<EventType> types(Topic topic) {
        return EventType.all().stream().filter(type -> type.topic() == topic);
    }

    private static List<String> writers(Topic topic) {
        return Stream.of(Service.values()).filter(topic::writableBy).map(Service::folder).toList();
    }

    private static List<String> readers(Topic topic) {
        return Stream.of(Service.values()).filter(topic::readableBy).map(Service::folder).toList();
    }

    private static String name(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> ref(String to) {
        return Map.of("$ref", to);
    }
}
