package dev.wingman.screening.indirect;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.Words;

/// A statement that a database's client is given from elsewhere where it runs: `psql -c "$(cat x.sql)"`. What it does cannot be read. A
/// value in a statement, such as `'$(date +%F)'`, is none.
public final class Clients {
    private static final Lexicon TABLE = Lexicon.beside(Clients.class, "code.tsv");
    private static final Set<String> CLIENTS = TABLE.list("clients");
    /// Those that are given the statement behind the name of a file.
    private static final Set<String> OF_FILES = TABLE.list("file-clients");
    private static final Set<String> STATEMENTS = TABLE.list("statements");
    private static final Set<String> READERS = TABLE.list("readers");
    private static final Set<String> FILES = Set.of("-f", "--file");
    private static final int REACH = 32;

    private Clients() {}

    /// All programs that are such a client.
    public static Set<String> names() {
        return CLIENTS;
    }

    /// Judges a word that may name a client.
    public static Optional<Offence> judge(Words words, int client) {
        if (!CLIENTS.contains(words.get(client).program())) {
            return Optional.empty();
        }
        var end = Math.min(words.commandEnd(client), client + REACH);
        for (var i = client + 1; i < end; i++) {
            if (isStatement(words, client, i) && isReadElsewhere(words.get(i))) {
                return Optional.of(Action.UNREADABLE_COMMAND.from(words.get(client), words.get(i)));
            }
        }
        return Optional.empty();
    }

    /// Whether a client takes its statements from a pipe: it is given none, nor a file of them.
    public static boolean readsItsInput(Words words, int client) {
        var end = Math.min(words.commandEnd(client), client + REACH);
        for (var i = client + 1; i < end; i++) {
            if (isStatement(words, client, i) || FILES.contains(words.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStatement(Words words, int client, int index) {
        var text = words.get(index).lower();
        var equals = text.startsWith("--") ? text.indexOf('=') : -1;
        return equals > 0 && STATEMENTS.contains(text.substring(0, equals))
                || isOption(words.get(index - 1).lower())
                || index > client + 1 && OF_FILES.contains(words.get(client).program());
    }

    /// `-c`, or `-qc` with the statement's letter at its end.
    private static boolean isOption(String flag) {
        var bundle = flag.startsWith("-") && !flag.startsWith("--") && flag.length() > 2;
        return STATEMENTS.contains(bundle ? "-" + flag.charAt(flag.length() - 1) : flag);
    }

    private static boolean isReadElsewhere(Word word) {
        return word.inside().stream().filter(inner -> inner.kind() == Kind.SUBSTITUTION)
                .anyMatch(inner -> word.isRiddle() || READERS.contains(first(inner.source().text())));
    }

    private static String first(String command) {
        var text = command.substring(0, Math.min(command.length(), REACH)).strip();
        var blank = text.indexOf(' ');
        return text.startsWith("<") ? "<" : blank < 0 ? text : text.substring(0, blank);
    }
}
