package dev.wingman.screening.sql;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Calls of document stores, mappers and query builders that lose all rows or a table: `db.users.deleteMany({})`, `User::truncate()`,
/// `DB::table('users')->delete()`. With a filter something stands in the brackets, or between the table and the verb.
public final class StoreCalls {
    private static final Lexicon TABLE = Lexicon.beside(StoreCalls.class, "calls.tsv");
    private static final Set<String> UNFILTERED = TABLE.list("unfiltered");
    private static final Set<String> DIRECT = TABLE.list("direct");
    private static final Set<String> CHAINED = TABLE.list("chained");
    private static final Set<String> DROPPING = TABLE.list("dropping");
    private static final Set<String> TABLES = TABLE.list("tables");
    private static final Set<String> BUILDERS = TABLE.list("builders");
    private static final Set<String> COLLECTIONS = TABLE.list("collections");
    private static final Set<String> REPOSITORIES = TABLE.list("repositories");
    private static final Set<String> CLEARING = TABLE.list("clearing");
    /// What stands before a first argument: a bracket and a quote, or a brace and blanks as well.
    private static final int BRACKET = 2;
    private static final int OPTIONS = 4;
    private static final int ARGUMENTS = 8;

    private StoreCalls() {}

    /// Judges any word that may be a call: one with a dot or two colons in it, or behind the arrow of PHP.
    public static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        var dot = Math.max(word.program().lastIndexOf('.'), word.program().lastIndexOf(':'));
        var arrow = isBehindArrow(words, index);
        if (dot < 0 && !arrow) {
            return Optional.empty();
        }
        var method = word.program().substring(dot + 1);
        var receiver = dot < 0 ? "" : word.program().substring(0, dot).replace(":", "");
        return action(words, index, method, receiver).map(action -> action.from(word, word));
    }

    private static Optional<Action> action(Words words, int index, String method, String receiver) {
        var store = isStore(words, index, receiver);
        if (DROPPING.contains(method) && store || TABLES.contains(method)
                || receiver.equals("schema") && method.startsWith("drop")) {
            return Optional.of(Action.SQL_DROP);
        }
        var chained = receiver.isEmpty();
        var empties = UNFILTERED.contains(method) && !isFiltered(words, index)
                || method.equals("remove") && store && !isFiltered(words, index)
                || method.equals("destroy") && isGiven(words, index, OPTIONS) && !isFiltered(words, index)
                || DIRECT.contains(method) && !chained
                || CHAINED.contains(method) && chained && isBuilder(words, index)
                || method.equals("truncate") && isStatic(words.get(index)) && !isGiven(words, index, BRACKET)
                || CLEARING.contains(method) && !isGiven(words, index, BRACKET) && isRepository(words, index, receiver);
        return empties ? Optional.of(Action.SQL_DELETE_WITHOUT_WHERE) : Optional.empty();
    }

    /// `->`, of which the reader leaves the dash.
    private static boolean isBehindArrow(Words words, int index) {
        return index > 1 && words.get(index - 1).text().equals("-")
                && words.get(index).start() == words.get(index - 1).end() + 1;
    }

    private static boolean isStatic(Word word) {
        return word.text().contains("::") && Character.isUpperCase(word.text().charAt(0));
    }

    /// `db.users.drop()`, `db.getCollection("users").drop()`.
    private static boolean isStore(Words words, int index, String receiver) {
        return receiver.equals("db") || receiver.startsWith("db.") || receiver.isEmpty() && index > 1
                && COLLECTIONS.stream().anyMatch(words.get(index - 2).lower()::endsWith);
    }

    /// `DB::table('users')->`, `User::query()->`, `knex('users').`: nothing narrows the table before the verb.
    private static boolean isBuilder(Words words, int index) {
        var before = isBehindArrow(words, index) ? index - 2 : index - 1;
        return before >= 0 && isBuilder(words.get(before))
                || before > 0 && words.get(before).text().indexOf('.') < 0 && isBuilder(words.get(before - 1))
                        && isGiven(words, before - 1, BRACKET);
    }

    private static boolean isBuilder(Word word) {
        var name = word.program();
        return BUILDERS.contains(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1));
    }

    private static boolean isRepository(Words words, int index, String receiver) {
        var name = receiver.isEmpty() && index > 1 ? words.get(index - 2).lower() : receiver;
        return REPOSITORIES.stream().anyMatch(name::endsWith);
    }

    /// `({ where: {} })` and `({ truncate: true })` filter nothing.
    private static boolean isFiltered(Words words, int index) {
        if (!isGiven(words, index, OPTIONS)) {
            return false;
        }
        for (var i = index + 1; i + 1 < Math.min(words.size(), index + ARGUMENTS)
                && words.get(i).before().isWithinSentence(); i++) {
            if (words.get(i).lower().equals("truncate") && words.get(i + 1).lower().equals("true")) {
                return false;
            }
        }
        return !words.get(index + 1).lower().equals("where") || isGiven(words, index + 1, OPTIONS);
    }

    /// Whether anything but so many brackets stands in what follows, or nothing is called at all.
    private static boolean isGiven(Words words, int index, int most) {
        if (index + 1 >= words.size()) {
            return false;
        }
        var next = words.get(index + 1);
        var apart = next.start() - words.get(index).end();
        return next.before() == Gap.CODE && apart <= most && !next.text().startsWith(".")
                || next.before() == Gap.SPACE && apart == 1
                || next.before().isNewLine() && next.punctuation() == ':';
    }
}
