package dev.wingman.platform.http;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;

/// A body as it was read, strictly: an unknown field, a doubled one or a wrong type is refused with its place, and nothing of what was sent is repeated.
public sealed interface Body<T> {

    /// It has the asked shape.
    record Read<T>(T value) implements Body<T> {}

    /// It has not; this is the answer.
    record Refused<T>(Problem problem) implements Body<T> {}

    static <T> Body<T> json(byte[] bytes, Class<T> shape, int bytesAtMost) {
        if (bytes.length > bytesAtMost) {
            return new Refused<>(Problem.tooLarge(bytesAtMost));
        }
        try {
            var value = Json.strict().readValue(bytes, shape);
            return value == null ? new Refused<>(Problem.malformed("Send a JSON object.")) : new Read<>(value);
        } catch (JacksonException e) {
            return new Refused<>(Problem.malformed(faults(bytes, shape, e)));
        } catch (IOException e) {
            return new Refused<>(Problem.malformed("The body ended early."));
        }
    }

    /// All of them, where it is JSON at all.
    private static List<Violation> faults(byte[] bytes, Class<?> shape, JacksonException first) {
        var all = first instanceof JsonMappingException ? Remainder.of(bytes, shape).faults() : List.<Violation>of();
        return all.isEmpty() ? List.of(violation(first)) : all;
    }

    static Violation violation(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new Violation("json/unknown-field", pointer(unknown), "there is no such field here; leave it out");
            case ValueInstantiationException refused when refused.getCause() instanceof IllegalArgumentException why ->
                new Violation("json/invalid-value", pointer(refused), String.valueOf(why.getMessage()));
            case JsonMappingException mapping ->
                new Violation("json/wrong-type", pointer(mapping), Asked.of(mapping));
            default -> new Violation("json/malformed", "", failure.getLocation() == null
                    ? "not JSON that can be read: a number or a name in it is too long"
                    : "not JSON at line " + failure.getLocation().getLineNr() + ", column "
                            + failure.getLocation().getColumnNr());
        };
    }

    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/').append(step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName().length() > 64
                            ? "…"
                            : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
