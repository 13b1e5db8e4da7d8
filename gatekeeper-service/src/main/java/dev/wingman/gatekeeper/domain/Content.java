package dev.wingman.gatekeeper.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether a text says anything. One that only repeats the points' names, or puts off to later, does not.
final class Content {

    private static final Set<String> EMPTY_WORDS = Set.of("tbd", "tba", "tbc", "todo", "none", "na", "n", "a",
            "nothing",
            "null", "nil", "nan", "later", "pending", "fixme", "xxx", "wip", "unknown", "no", "not", "applicable",
            "yes",
            "ok", "okay", "to", "be", "done", "determined", "defined", "decided", "announced", "confirmed", "filled",
            "in", "see", "above", "below", "the", "is", "are", "it", "this", "that", "as", "yet", "at", "moment", "now",
            "will", "add", "added", "needed", "necessary", "required", "any", "we", "have", "has", "there", "for",
            "point", "section", "here", "placeholder", "and", "or", "of", "our", "my", "follow", "follows", "soon",
            "empty", "blank", "idem", "ditto", "same", "lorem", "ipsum", "dolor", "sit", "amet", "available",
            "specified", "provided");
    private static final Pattern NAMES = Pattern.compile("\\b(?:" + Arrays.stream(Point.values())
            .flatMap(point -> point.names().stream()).sorted(Comparator.comparing(String::length).reversed())
            .map(name -> name.replace(" ", "[\\s_-]?")).collect(Collectors.joining("|")) + ")\\b");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LETTERS_AT_LEAST = 2;

    private Content() {}

    static boolean isReal(Point point, String text) {
        var bare = NAMES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        var own = point.ownWords();
        return BETWEEN_WORDS.splitAsStream(bare).filter(word -> !EMPTY_WORDS.contains(word) && !own.contains(word))
                .mapToInt(String::length).sum() >= LETTERS_AT_LEAST;
    }
}
