package dev.wingman.client;

import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/// What a service answered: the thing asked for, or why not.
public sealed interface Reply<T> {
    /// The answer, and the JSON that it came as.
    record Ok<T>(T value, JsonNode json) implements Reply<T> {}

    /// An expected no.
    record No<T>(Refusal refusal) implements Reply<T> {}

    /// The next step of a call that may already be a no.
    default <U> Reply<U> then(Function<T, Reply<U>> next) {
        return switch (this) {
            case Ok(var value, _) -> next.apply(value);
            case No(var refusal) -> new No<>(refusal);
        };
    }

    /// Another reading of the same answer; a no stays the same no.
    default <U> Reply<U> map(BiFunction<T, JsonNode, U> reading) {
        return switch (this) {
            case Ok(var value, var json) -> new Ok<>(reading.apply(value, json), json);
            case No(var refusal) -> new No<>(refusal);
        };
    }
}
