package dev.wingman.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/// What differs between two JSON values, a line for each place: `+` what comes, `-` what goes, `~` what becomes another.
final class Differences {
    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var differences = new Differences();
        differences.compare("", before, after);
        return List.copyOf(differences.lines);
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<>(Stream.concat(before.propertyStream(), after.propertyStream())
                    .map(java.util.Map.Entry::getKey).toList());
            names.forEach(name -> compare(pointer + "/" + name, before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray()) {
            for (var index = 0; index < Math.max(before.size(), after.size()); index++) {
                compare(pointer + "/" + index, before.path(index), after.path(index));
            }
        } else if (before.isMissingNode()) {
            tell("+", pointer, after.toString());
        } else if (after.isMissingNode()) {
            tell("-", pointer, before.toString());
        } else {
            tell("~", pointer, before + " -> " + after);
        }
    }

    private void tell(String sign, String pointer, String what) {
        lines.add(Screen.clean(sign + " " + pointer + "  " + what));
    }
}
