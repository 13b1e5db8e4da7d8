package dev.wingman.screening.indirect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Code that is fetched from a bare address and run, at once or when it is installed: `pip install git+https://…`, `deno run https://…`.
/// Packages that a registry knows by a name are none, nor is an address that says which registry, or that a tool is given.
public final class Addresses {
    private static final Lexicon TABLE = Lexicon.beside(Addresses.class, "addresses.tsv");
    private static final Set<String> BEGINNINGS = TABLE.list("addresses");
    private static final Set<String> POINTING = TABLE.list("pointing");
    private static final Set<String> SWITCHES = TABLE.list("switches");
    private static final List<Fetcher> FETCHERS = TABLE.rows().stream()
            .map(row -> new Fetcher(TABLE.words(row.get(1)), TABLE.words(row.get(2)), row.getFirst().equals("run")))
            .toList();
    private static final Set<String> NAMES = names();
    private static final int REACH = 32;

    private Addresses() {}

    /// @param programs which programs fetch
    /// @param verbs the words by which they are asked to; none when their name says it
    /// @param runs whether what stands behind the first operand is for what is run
    private record Fetcher(Set<String> programs, Set<String> verbs, boolean runs) {}

    /// All programs that fetch code.
    public static Set<String> names() {
        var names = new HashSet<String>();
        TABLE.rows().forEach(row -> names.addAll(TABLE.words(row.get(1))));
        return Set.copyOf(names);
    }

    /// Judges a word that may name one of them.
    public static Optional<Offence> judge(Words words, int index) {
        if (!NAMES.contains(words.get(index).program())) {
            return Optional.empty();
        }
        return FETCHERS.stream().filter(fetcher -> fetcher.programs().contains(words.get(index).program()))
                .flatMap(fetcher -> fetched(words, index, fetcher).stream()).findFirst()
                .map(address -> Action.PIPE_TO_SHELL.from(words.get(index), address));
    }

    private static Optional<Word> fetched(Words words, int index, Fetcher fetcher) {
        var end = Math.min(words.commandEnd(index), index + REACH);
        var asked = fetcher.verbs().isEmpty();
        for (var i = index + 1; i < end; i++) {
            var word = words.get(i);
            if (!asked) {
                asked = fetcher.verbs().contains(word.lower());
            } else if (!word.isFlag()) {
                var before = words.get(i - 1);
                if (isAddress(word.lower()) && !POINTING.contains(before.lower())) {
                    return Optional.of(word);
                }
                if (fetcher.runs() && (!before.isFlag() || SWITCHES.contains(before.text()))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// Also `tool@https://…` and `tool @ git+https://…`.
    private static boolean isAddress(String word) {
        var name = word.indexOf('@');
        var address = name < 0 ? word : word.substring(name + 1).strip();
        return BEGINNINGS.stream().anyMatch(begin -> word.startsWith(begin) || address.startsWith(begin));
    }
}
