package dev.wingman.screening;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The lines of a text: whoever names a place in one counts so, and ends a line where `\R` does.
public final class Lines {

    private final int[] starts;

    private Lines(int[] starts) {
        this.starts = starts;
    }

    public static Lines of(String text) {
        var starts = IntStream.builder().add(0);
        for (var end = end(text, 0); end < text.length();) {
            var start = next(text, end);
            starts.add(start);
            end = end(text, start);
        }
        return new Lines(starts.build().toArray());
    }

    /// Where the line ends that `from` stands in.
    public static int end(String text, int from) {
        var end = from;
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Where the next line begins behind the end of one.
    public static int next(String text, int end) {
        return end + (text.startsWith("\r\n", end) ? 2 : 1);
    }

    /// `line:column` of an offset, both from 1.
    public String place(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        var line = found < 0 ? -found - 2 : found;
        return line + 1 + ":" + (offset - starts[line] + 1);
    }

    private static boolean endsLine(char c) {
        return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
