package dev.wingman.gatekeeper.domain.risk;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.IntStream;

/// The letters that a text is written in. What stands in others than Latin ones is read by no list of words here, and so a human reads it.
final class Script {

    private Script() {}

    static Peril peril(String text) {
        var unread = 0;
        var letters = 0;
        for (var at = 0; at < text.length();) {
            var c = text.codePointAt(at);
            if (c < 0x80) {
                letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
            } else if (Character.isLetter(c)) {
                letters++;
                unread += UnicodeScript.of(c) == UnicodeScript.LATIN ? 0 : 1;
            }
            at += Character.charCount(c);
        }
        return 2 * unread > letters ? Peril.UNREAD : Peril.NONE;
    }

    /// Of texts that are unread as one; then one of them is so by itself.
    static int firstUnread(List<String> texts) {
        return IntStream.range(0, texts.size()).filter(at -> peril(texts.get(at)) == Peril.UNREAD).findFirst()
                .orElse(0);
    }
}
