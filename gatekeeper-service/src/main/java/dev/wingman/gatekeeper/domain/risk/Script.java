package dev.wingman.gatekeeper.domain.risk;

import java.lang.Character.UnicodeScript;

import dev.wingman.contracts.Risk;

/// The letters that a text is written in. What stands in others than Latin ones is read by no list of words here, and so a human reads it.
final class Script {

    private Script() {}

    static Risk risk(String text) {
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
        return 2 * unread > letters ? Risk.MEDIUM : Risk.LOW;
    }
}
