package dev.wingman.platform.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;

/// What a JSON object is without the fields that have not the asked shape, and what is wrong with each: whoever refuses it can tell
/// all of that at once, and what else is wrong with the rest.
///
/// @param value absent where nothing can be made of it
public record Remainder<T>(Optional<T> value, List<Violation> faults) {

    /// Each fault is found by reading the object again.
    private static final int MOST_FAULTS = 16;

    public Remainder {
        faults = List.copyOf(faults);
    }

    /// Reads a body again that was refused for its shape.
    public static <T> Remainder<T> of(byte[] body, Class<T> shape) {
        try {
            return of(Json.strict().readTree(body), shape);
        } catch (IOException e) {
            return new Remainder<>(Optional.empty(), List.of());
        }
    }

    private static <T> Remainder<T> of(JsonNode body, Class<T> shape) throws IOException {
        var faults = new ArrayList<Violation>();
        for (var round = 0; round < MOST_FAULTS; round++) {
            try {
                return new Remainder<>(Optional.ofNullable(Json.strict().treeToValue(body, shape)), faults);
            } catch (JsonMappingException e) {
                note(Body.violation(e), faults);
                if (!isLeftOut(body, e.getPath())) {
                    break;
                }
            }
        }
        return new Remainder<>(Optional.empty(), faults);
    }

    /// What holds a part that was left out may be refused for lacking it: nobody sent it so.
    private static void note(Violation fault, List<Violation> faults) {
        if (faults.stream().noneMatch(earlier -> earlier.pointer().startsWith(fault.pointer() + "/"))) {
            faults.add(fault);
        }
    }

    /// An element of a list goes with the whole list: without it the others would stand at other places than where they were sent.
    private static boolean isLeftOut(JsonNode body, List<JsonMappingException.Reference> path) {
        var holder = Optional.<ObjectNode>empty();
        var field = "";
        var node = body;
        for (var step : path) {
            if (step.getFieldName() != null && node instanceof ObjectNode object) {
                holder = Optional.of(object);
                field = step.getFieldName();
            }
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        var name = field;
        return holder.map(object -> object.remove(name)).isPresent();
    }
}
