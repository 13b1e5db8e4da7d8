package dev.wingman.contracts.ledger;

import java.util.Arrays;

/// Grows RFC 8785 text, straight into UTF-8: many times faster than a general canonicaliser, for the one shape that a ledger needs.
final class CanonicalBytes {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes;
    private int length;

    CanonicalBytes(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /// Text of ours that is ASCII and needs no escape.
    CanonicalBytes plain(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    CanonicalBytes string(String text) {
        room(2 + 6 * text.length());
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter < 0x20 || letter == '"' || letter == '\\') {
                escape(letter);
            } else if (letter < 0x80) {
                bytes[length++] = (byte) letter;
            } else if (Character.isSurrogate(letter)) {
                pair(text, i++);
            } else {
                wide(letter);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void escape(char letter) {
        bytes[length++] = '\\';
        switch (letter) {
            case '"', '\\' -> bytes[length++] = (byte) letter;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                plain("u00");
                bytes[length++] = HEX[letter >> 4];
                bytes[length++] = HEX[letter & 15];
            }
        }
    }

    private void wide(char letter) {
        if (letter < 0x800) {
            bytes[length++] = (byte) (0xC0 | letter >> 6);
        } else {
            bytes[length++] = (byte) (0xE0 | letter >> 12);
            bytes[length++] = (byte) (0x80 | letter >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | letter & 0x3F);
    }

    private void pair(String text, int at) {
        var point = text.codePointAt(at);
        if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            throw new IllegalArgumentException("half a surrogate pair has no UTF-8 form");
        }
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
