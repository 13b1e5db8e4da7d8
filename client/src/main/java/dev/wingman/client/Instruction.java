package dev.wingman.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An instruction as it will be sent: JSON, or Markdown or plain text with the ten headings.
///
/// @param text its content
/// @param mediaType tells the gatekeeper how to read it
public record Instruction(String text, String mediaType) {
    public static Instruction json(String text) {
        return new Instruction(text, "application/json");
    }

    public static Instruction markdown(String text) {
        return new Instruction(text, "text/markdown");
    }

    /// By the name's extension: `.json`, `.md`, anything else is plain text. What comes without a name is JSON when it starts like it.
    public static Instruction named(String fileName, String text) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.equals("-") && text.stripLeading().startsWith("{")) {
            return json(text);
        }
        return name.endsWith(".md") || name.equals("-") ? markdown(text) : new Instruction(text, "text/plain");
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
