package dev.wingman.notifier.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Json;

/// Records in columns of JSON.
final class Stored {

    private Stored() {}

    static String text(Object value) {
        return new String(Json.bytes(value), UTF_8);
    }

    static <T> T read(@Nullable Object column, Class<T> shape) {
        try {
            return Json.tolerant().readValue(String.valueOf(column), shape);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of ours does not read as " + shape.getSimpleName(), e);
        }
    }
}
