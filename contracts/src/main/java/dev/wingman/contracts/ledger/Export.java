package dev.wingman.contracts.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads an export from a file or a connection, however large, in the memory of its longest line.
public final class Export {

    /// More than any record can need: a broker takes 1 MiB, and no byte grows to more than six.
    private static final int LONGEST_LINE = 16 << 20;

    private Export() {}

    /// Verifies to the first wrong line, or to the end.
    public static ExportResult verify(InputStream in, ExportVerifier verifier) throws IOException {
        var buffer = new byte[1 << 16];
        var filled = 0;
        for (int read; (read = in.read(buffer, filled, buffer.length - filled)) >= 0;) {
            var start = 0;
            for (int at = filled; at < filled + read; at++) {
                if (buffer[at] == '\n') {
                    var wrong = verifier.line(Arrays.copyOfRange(buffer, start, at));
                    if (wrong.isPresent()) {
                        return wrong.get();
                    }
                    start = at + 1;
                }
            }
            filled += read - start;
            System.arraycopy(buffer, start, buffer, 0, filled);
            if (filled == LONGEST_LINE) {
                break;
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * filled);
            }
        }
        return filled > 0 ? verifier.cutOff() : verifier.end();
    }
}
