package dev.wingman.gatekeeper.http;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.gatekeeper.domain.Passage;

/// Every text in a JSON value, with its place.
final class Leaves {

    private Leaves() {}

    static List<Passage> of(JsonNode node, String pointer) {
        var leaves = new ArrayList<Passage>();
        collect(node, pointer, leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, List<Passage> leaves) {
        if (node.isTextual()) {
            leaves.add(new Passage(node.textValue(), pointer));
        } else if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                collect(node.get(index), pointer + "/" + index, leaves);
            }
        } else {
            node.properties().forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey(), leaves));
        }
    }
}
