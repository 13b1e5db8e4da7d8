package dev.wingman.client.cli;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.wingman.client.Instruction;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;

/// What stands in the user's own file where an answer points to: the answer does not repeat it, and nobody should have to count lines.
/// Where a secret stands only that is said: what a screen shows may be recorded.
record Passages(List<Line> lines, JsonNode json, Secrets secrets) {

    private static final int LONGEST = 100;
    private static final String SECRET = "(a secret stands there)";
    private static final Pattern LINE_AND_COLUMN = Pattern.compile("([1-9]\\d{0,8}):\\d+");

    /// @param refused what the same answer refuses
    static Passages of(Instruction instruction, List<Violation> refused) {
        return new Passages(Line.all(instruction.text()), json(instruction.text()),
                Secrets.of(instruction.text(), refused));
    }

    /// Nothing where the place is none of this file.
    String at(String place) {
        var line = LINE_AND_COLUMN.matcher(place);
        return line.matches() ? line(Integer.parseInt(line.group(1))) : value(place);
    }

    private String line(int number) {
        return number > lines.size() ? "" : quoted(lines.get(number - 1));
    }

    private String quoted(Line line) {
        return secrets.standIn(line) ? SECRET : shortened(line.text());
    }

    private String value(String pointer) {
        var node = pointer.startsWith("/") ? json.at(pointer) : MissingNode.getInstance();
        var text = node.isTextual() ? node.textValue() : node.toString();
        return secrets.standIn(pointer, text) ? SECRET : shortened(text);
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
