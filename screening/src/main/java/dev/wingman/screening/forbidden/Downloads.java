package dev.wingman.screening.forbidden;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Saving a download and running it, on the same line or a later one, without a look at its digest.
final class Downloads {
    static final Set<String> FETCHERS = Programs.list("downloaders");
    private static final Set<String> VERIFIERS = Programs.list("verifiers");
    private static final Set<String> STARTERS = Programs.list("running");

    static final Set<String> KNOWN = Position.union(List.of(FETCHERS, VERIFIERS, STARTERS));

    private final Words words;
    private final Set<String> saved = new HashSet<>();
    /// Where the command ends that fetched last: its own arguments do not run.
    private int fetched;

    Downloads(Words words) {
        this.words = words;
    }

    /// @param roles the word's
    Optional<Offence> judge(int index, int roles, Position position) {
        if (saved.isEmpty() && !Role.DOWNLOAD.isIn(roles)) {
            return Optional.empty();
        }
        var word = words.get(index);
        if (VERIFIERS.contains(word.program())) {
            saved.clear();
        }
        if (FETCHERS.contains(word.program()) && (position.begins() || isGivenFlags(index))) {
            remember(index);
            return Optional.empty();
        }
        if (saved.isEmpty() || !position.begins() || index < fetched) {
            return Optional.empty();
        }
        var runs = Position.SHELLS.contains(word.program()) || STARTERS.contains(word.program());
        if (runs) {
            for (var i = index + 1; i < Math.min(words.commandEnd(index), index + 16); i++) {
                if (saved.contains(name(words.get(i)))) {
                    return offence(word, words.get(i));
                }
            }
        }
        return word.text().contains("/") && saved.contains(name(word)) ? offence(word, word) : Optional.empty();
    }

    /// "The output of `curl -o`": it is no English word with a flag behind it.
    private boolean isGivenFlags(int index) {
        return index + 1 < words.commandEnd(index) && words.get(index + 1).isFlag();
    }

    private void remember(int fetcher) {
        fetched = words.commandEnd(fetcher);
        for (var i = fetcher + 1; i < Math.min(words.commandEnd(fetcher), fetcher + 32); i++) {
            var word = words.get(i);
            if (!word.isFlag() && saved.size() < 64 && !name(word).isEmpty()) {
                saved.add(name(word));
            }
        }
    }

    private static String name(Word word) {
        var text = word.text();
        var query = text.indexOf('?');
        var path = query < 0 ? text : text.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<Offence> offence(Word first, Word last) {
        return Optional.of(new Offence(Action.PIPE_TO_SHELL, first.start(), Math.max(first.end(), last.end())));
    }
}
