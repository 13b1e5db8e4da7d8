package dev.wingman.screening;

import java.util.function.IntFunction;

/// Where a screened text stands in what was sent, and how it will be read: prose may name a command in order to rule it out,
/// a command line may not.
///
/// @param pointer JSON pointer of the text, or empty when the text is the whole document
/// @param reading whether somebody reads the text or something runs it
public record Place(String pointer, Reading reading) {
    /// How the text will be used.
    public enum Reading {
        PROSE, COMMAND
    }

    /// A whole Markdown or plain-text document: violations point to `line:column`.
    public static Place document() {
        return new Place("", Reading.PROSE);
    }

    /// A string inside a JSON document.
    public static Place at(String pointer) {
        return new Place(pointer, Reading.PROSE);
    }

    /// A command that will be run as it stands, such as `/action/argv`.
    public static Place command(String pointer) {
        return new Place(pointer, Reading.COMMAND);
    }

    /// Where each offset of the text points to.
    IntFunction<String> pointers(String text) {
        return pointer.isEmpty() ? Lines.of(text)::place : _ -> pointer;
    }
}
