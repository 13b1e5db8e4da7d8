package dev.wingman.contracts.ledger;

import java.util.Base64;
import java.util.Optional;

/// Base64 with one spelling for one value: the decoder of the JDK ignores the spare bits of the last letter, so that a changed byte would pass.
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Optional<byte[]> parse(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
