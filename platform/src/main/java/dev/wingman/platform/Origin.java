package dev.wingman.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Where a failure came from, without what it says: a library's message may repeat the text that it failed on, and a secret in it.
public final class Origin {
    private static final int CAUSES = 5;
    private static final int FRAMES = 12;

    private Origin() {}

    /// The types of a failure and of its causes, each with the places that lead to it.
    public static String of(Throwable failure) {
        var told = new ArrayList<String>();
        for (var cause = failure; cause != null && told.size() < CAUSES; cause = cause.getCause()) {
            told.add(cause.getClass().getName() + " at " + Arrays.stream(cause.getStackTrace()).limit(FRAMES)
                    .map(StackTraceElement::toString).collect(Collectors.joining(" < ")));
        }
        return String.join("; by ", told);
    }
}
