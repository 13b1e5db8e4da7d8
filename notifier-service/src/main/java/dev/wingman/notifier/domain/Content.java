package dev.wingman.notifier.domain;

import java.util.List;
import java.util.Optional;

/// What a message says, whichever chat it goes to.
///
/// @param html whether `text` is Telegram's HTML; otherwise not a character of it is markup
/// @param buttons one row under the message
/// @param replyTo the message in the same chat that this one answers
/// @param insists whether the reader has to do something: a message opens the field for his answer, the answer to a press opens a dialog
public record Content(String text, boolean html, List<Button> buttons, Optional<Long> replyTo, boolean insists) {

    /// A label, and the data that comes back when somebody presses.
    public record Button(String label, String data) {}

    public Content {
        buttons = List.copyOf(buttons);
    }

    public static Content plain(String text) {
        return new Content(text, false, List.of(), Optional.empty(), false);
    }

    public static Content html(String text) {
        return new Content(text, true, List.of(), Optional.empty(), false);
    }

    public Content with(List<Button> row) {
        return new Content(text, html, row, replyTo, insists);
    }

    public Content answering(long message) {
        return new Content(text, html, buttons, Optional.of(message), insists);
    }

    public Content insisting() {
        return new Content(text, html, buttons, replyTo, true);
    }
}
