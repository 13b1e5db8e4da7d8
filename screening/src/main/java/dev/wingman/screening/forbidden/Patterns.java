package dev.wingman.screening.forbidden;

import java.util.List;
import java.util.Map;

import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Programs named by a pattern: `/bin/r? -rf`.
final class Patterns {
    private static final int LONGEST = 24;
    private static final int MOST = 32;

    private Patterns() {}

    /// The programs that a word may stand for, when it is a pattern and stands where a program may.
    static List<String> programs(Word word, Words words, int index, Position position,
            Map<String, List<String>> known) {
        var program = word.program();
        if (program.length() < 2 || program.length() > LONGEST || !Templates.isPattern(program)) {
            return List.of();
        }
        var flagged = index + 1 < words.size() && words.get(index + 1).isFlag();
        if (!position.begins() && !(word.text().indexOf('/') >= 0 && flagged)
                || !flagged && word.text().indexOf('/') < 0) {
            return List.of();
        }
        if (known.size() >= MOST && !known.containsKey(program)) {
            return List.of();
        }
        return known.computeIfAbsent(program, Templates::like);
    }
}
