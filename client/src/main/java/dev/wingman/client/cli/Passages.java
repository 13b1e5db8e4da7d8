package dev.wingman.client.cli;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.wingman.client.Instruction;
import dev.wingman.contracts.Json;

/// What stands in the user's own file where an answer points to: the answer does not repeat it, and nobody should have to count lines.
record Passages(List<String> lines, JsonNode json) {

    private static final int LONGEST = 100;
    private static final Pattern LINE_AND_COLUMN = Pattern.compile("([1-9]\\d{0,8}):\\d+");

    static Passages of(Instruction instruction) {
        return new Passages(List.of(instruction.text().split("\\R", -1)), json(instruction.text()));
    }

    /// Nothing where the place is none of this file.
    String at(String place) {
        var line = LINE_AND_COLUMN.matcher(place);
        return shortened(line.matches() ? line(Integer.parseInt(line.group(1))) : value(place));
    }

    private String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    private String value(String pointer) {
        var node = pointer.startsWith("/") ? json.at(pointer) : MissingNode.getInstance();
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private static String shortened(String text) {
        var clean = Screen.clean(text).strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /// A text under headings is none.
    private static JsonNode json(String text) {
        try {
            return Json.tolerant().readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
