package dev.wingman.platform.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.wingman.contracts.Json;

/// What a place of a body asks for, in one sentence. It is told by the shape alone, so that nothing of what was sent is repeated.
final class Asked {

    private static final String SOMETHING_ELSE = "this value has another type or is missing";

    private Asked() {}

    static String of(JsonMappingException failure) {
        return switch (failure) {
            case InvalidTypeIdException untyped -> kinds(untyped.getBaseType().getRawClass());
            case MismatchedInputException mismatch -> Optional.ofNullable(mismatch.getTargetType()).map(Asked::value)
                    .orElse(SOMETHING_ELSE);
            default -> SOMETHING_ELSE;
        };
    }

    private static String kinds(Class<?> shape) {
        var field = shape.getAnnotation(JsonTypeInfo.class);
        var kinds = shape.getAnnotation(JsonSubTypes.class);
        return field == null || kinds == null
                ? SOMETHING_ELSE
                : "an object is asked for here whose " + field.property() + " is "
                        + either(Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name));
    }

    private static String value(Class<?> shape) {
        if (shape.isEnum()) {
            return "this is " + either(Arrays.stream(shape.getEnumConstants()).map(name -> Json.tree(name).asText()));
        }
        if (shape == String.class) {
            return "a text is asked for here";
        }
        if (shape == int.class || shape == long.class || shape == Integer.class || shape == Long.class) {
            return "a whole number is asked for here";
        }
        return SOMETHING_ELSE;
    }

    private static String either(Stream<String> names) {
        return names.collect(Collectors.joining(", ", "one of ", ""));
    }
}
