package dev.wingman.contracts;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.erdtman.jcs.JsonCanonicalizer;

/// The one JSON of Wingman: snake_case, RFC 3339 times, absent values left out. Tolerant of unknown fields on topics, strict at the HTTP border.
public final class Json {

    private static final ObjectMapper TOLERANT = configure(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final ObjectMapper STRICT = configure(JsonMapper.builder())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, Fail)
                    .setCoercion(CoercionInputShape.Float, Fail).setCoercion(CoercionInputShape.Boolean, Fail))
            .build();

    private Json() {}

    /// For what comes from a topic or a table.
    public static ObjectMapper tolerant() {
        return TOLERANT;
    }

    /// For what a caller sends.
    public static ObjectMapper strict() {
        return STRICT;
    }

    /// The same manners for a mapper that somebody else owns.
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(new JavaTimeModule()).addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    public static byte[] bytes(Object value) {
        try {
            return TOLERANT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a value of ours has no JSON form", e);
        }
    }

    public static JsonNode tree(Object value) {
        return TOLERANT.valueToTree(value);
    }

    /// RFC 8785: the one byte form of a JSON value, for digests and ledger leaves.
    public static byte[] canonical(Object value) {
        try {
            var plain = new String(bytes(value), StandardCharsets.UTF_8);
            // The library reads arrays and objects alone: a text or a number goes in, and comes out, as an array's only element.
            var listed = new JsonCanonicalizer("[" + plain + "]").getEncodedUTF8();
            return Arrays.copyOfRange(listed, 1, listed.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException("a value of ours has no canonical JSON form", e);
        }
    }
}
