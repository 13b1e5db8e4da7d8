package dev.wingman.gatekeeper.domain;

import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/// Where an instruction says that the results of its tests will stand: the one XML file that its test process and the format of its
/// results name. With it "all tests pass" can be checked.
final class ReportPath {

    private static final String BETWEEN = " \t\r\n`'\"<>()[]{},;|";
    private static final int LONGEST = 400;

    private ReportPath() {}

    /// Nothing when several are named: nobody could tell which one is meant.
    static Optional<String> of(Draft draft) {
        var paths = Stream.of(Point.TEST_RESULTS_FORMAT, Point.TEST_PROCESS)
                .flatMap(point -> draft.passages(point).stream())
                .flatMap(passage -> in(passage.text())).distinct().limit(2).toList();
        return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
    }

    private static Stream<String> in(String text) {
        var tokens = new StringTokenizer(text, BETWEEN);
        return Stream.generate(tokens::nextToken).limit(tokens.countTokens()).map(ReportPath::withoutFullStop)
                .filter(token -> token.startsWith("/") && token.endsWith(".xml") && token.length() <= LONGEST);
    }

    private static String withoutFullStop(String token) {
        return token.endsWith(".") || token.endsWith(":") ? token.substring(0, token.length() - 1) : token;
    }
}
