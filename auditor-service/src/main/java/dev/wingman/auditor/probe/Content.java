package dev.wingman.auditor.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a stream of bytes is, in one pass and constant memory: its SHA-256, and whether it holds a text.
///
/// @param complete false when the limit came first
record Content(String sha256, boolean holdsText, boolean complete) {

    private static final int CHUNK = 64 * 1024;

    static Content of(ReadableByteChannel source, Optional<String> text, long atMost) throws IOException {
        var digest = algorithm();
        var search = new Search(text.orElse("").getBytes(StandardCharsets.UTF_8));
        var chunk = ByteBuffer.allocate(CHUNK);
        var read = 0L;
        while (source.read(chunk.clear()) >= 0) {
            chunk.flip();
            read += chunk.remaining();
            if (read > atMost) {
                return new Content("", false, false);
            }
            search.feed(chunk.array(), chunk.limit());
            digest.update(chunk);
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), search.found(), true);
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Knuth, Morris and Pratt: linear whatever the text is.
    private static final class Search {

        private final byte[] text;
        private final int[] border;
        private int matched;
        private boolean found;

        Search(byte[] text) {
            this.text = text;
            this.border = new int[text.length];
            for (int i = 1, k = 0; i < text.length; i++) {
                while (k > 0 && text[i] != text[k]) {
                    k = border[k - 1];
                }
                k += text[i] == text[k] ? 1 : 0;
                border[i] = k;
            }
        }

        void feed(byte[] bytes, int length) {
            for (var i = 0; i < length && !found && text.length > 0; i++) {
                while (matched > 0 && bytes[i] != text[matched]) {
                    matched = border[matched - 1];
                }
                matched += bytes[i] == text[matched] ? 1 : 0;
                found = matched == text.length;
            }
        }

        boolean found() {
            return found || text.length == 0;
        }
    }
}
