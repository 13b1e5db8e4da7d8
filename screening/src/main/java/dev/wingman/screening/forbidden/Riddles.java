package dev.wingman.screening.forbidden;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.indirect.FilledArrays;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Commands whose program nobody can tell: `$X -rf /srv`, `eval "$X"`. A command line is refused for that; prose may name a
/// variable, unless what follows is what only a destroyer would be given.
final class Riddles {
    private static final Set<String> TELLING = Programs.list("telling-flags");

    private static final Set<String> EVALUATORS = Programs.list("evaluators");

    private static final Set<String> VISITORS = Programs.list("visitors");
    private static final int PLACES = 4;

    private Riddles() {}

    static Optional<Offence> judge(Words words, int index, Position position, boolean strict) {
        var word = words.get(index);
        if (isFork(words, index)) {
            return offence(Action.SYSTEM_CHANGE, words.get(index - 2), word);
        }
        if (isHunt(words, index)) {
            return offence(Action.SYSTEM_CHANGE, words.get(index), words.get(index + 1));
        }
        if (!word.isRiddle() || word.redirect() != ' ') {
            return Optional.empty();
        }
        var evaluated = index > 0 && !word.begins() && EVALUATORS.contains(words.get(index - 1).program())
                && word.text().indexOf('(') < 0 && word.text().indexOf(' ') < 0;
        if (evaluated) {
            return offence(Action.UNREADABLE_COMMAND, words.get(index - 1), word);
        }
        if (!word.begins() && EVALUATORS.contains(words.get(index - 1).program())) {
            return Optional.empty();
        }
        if (!strict && !position.begins() || strict && !position.isProgram()) {
            return Optional.empty();
        }
        return strict || isTelling(words, index) || isGivenPlace(words, index) || FilledArrays.isFilled(words, index)
                ? offence(Action.UNREADABLE_COMMAND, word, word)
                : Optional.empty();
    }

    /// `$CMD /srv/data`, `$X $Y /srv`: an editor that is opened on a file is told as such.
    private static boolean isGivenPlace(Words words, int index) {
        var next = index + 1;
        while (next < Math.min(words.commandEnd(index), index + PLACES) && words.get(next).isRiddle()) {
            next++;
        }
        return next < words.commandEnd(index) && words.get(next).text().startsWith("/")
                && !VISITORS.contains(words.get(index).text().toLowerCase(Locale.ROOT));
    }

    private static boolean isTelling(Words words, int index) {
        for (var i = index + 1; i < Math.min(words.commandEnd(index), index + 16); i++) {
            if (TELLING.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /// `kill $(pgrep java)` is `pkill java`.
    private static boolean isHunt(Words words, int index) {
        if (!words.get(index).program().equals("kill")) {
            return false;
        }
        for (var i = index + 1; i < Math.min(words.commandEnd(index), index + 8); i++) {
            for (var inner : words.get(i).inside()) {
                var text = inner.source().text();
                if (text.startsWith("pgrep ") || text.startsWith("pidof ") || text.startsWith("ps ")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// `:(){ :|:& };:` and its like: a function whose body pipes it into itself.
    private static boolean isFork(Words words, int index) {
        if (index < 2 || words.get(index).before() != dev.wingman.screening.shell.Gap.PIPE) {
            return false;
        }
        var name = words.get(index).text();
        return name.equals(words.get(index - 1).text()) && name.equals(words.get(index - 2).text());
    }

    private static Optional<Offence> offence(Action action, Word first, Word last) {
        return Optional.of(new Offence(action, first.start(), Math.max(first.end(), last.end())));
    }
}
