package dev.wingman.screening.sql;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Statements that lose a table or all its rows. English uses the same verbs: only with what SQL puts behind them are they meant.
public final class SqlRule {
    private static final Set<String> DROPPED = Statements.list("dropped");
    private static final Set<String> ENGLISH = Statements.list("english");

    /// The words that may begin a statement, apart from calls of a document store.
    public static final Set<String> VERBS = Statements.list("losing");
    private static final Set<String> GOING_ON = Statements.list("going-on");

    private static final Set<String> MUCH = Statements.list("much");

    private static final Set<String> STATEMENT = Statements.list("both");
    private static final Set<String> ACCOUNTS = Statements.list("accounts");
    private static final int LONGEST = 100;
    /// How far behind the verb a comment hides what the statement is about.
    private static final int HEAD = 6;
    private static final int ALIAS = 24;

    private SqlRule() {}

    /// Whether a statement may begin with this word.
    public static boolean about(String program) {
        return VERBS.contains(program);
    }

    public static Optional<Offence> judge(Words words, int index) {
        var end = Math.min(words.statementEnd(index), index + LONGEST);
        for (var i = index + 1; i < Math.min(end, index + HEAD); i++) {
            if (isComment(words.get(i))) {
                return judge(uncommented(words, index, end), 0, end - index);
            }
        }
        return judge(words, index, end);
    }

    /// A statement without what stands behind `--` or `#` up to the end of its line.
    private static Words uncommented(Words words, int index, int end) {
        var rest = new ArrayList<Word>();
        var skips = false;
        for (var i = index; i < end; i++) {
            skips = i > index && isComment(words.get(i)) || skips && !words.get(i).before().isNewLine();
            if (!skips) {
                rest.add(words.get(i));
            }
        }
        return Words.of(rest, -1);
    }

    private static boolean isComment(Word word) {
        return word.text().startsWith("--") || word.text().startsWith("#");
    }

    private static Optional<Offence> judge(Words words, int index, int most) {
        var verb = words.get(index);
        var end = Math.min(words.size(), most);
        var last = switch (verb.program()) {
            case "drop" -> drop(words, index, end);
            case "truncate" -> truncate(words, index, end);
            case "delete" -> delete(words, index, end);
            case "update" -> update(words, index, end);
            case "alter" -> alter(words, index, end);
            default -> merge(words, index, end);
        };
        return last.map(action -> action.from(verb, words.get(Math.min(index + 1, words.size() - 1))));
    }

    private static Optional<Action> drop(Words words, int index, int end) {
        if (index + 2 < end && words.get(index).text().equals("DROP") && MUCH.contains(words.get(index + 1).text())
                && isShouted(words.get(index + 2))) {
            return Optional.of(Action.SQL_DROP);
        }
        if (index + 2 >= end || !DROPPED.contains(words.get(index + 1).lower()) || speaks(words, index)) {
            return Optional.empty();
        }
        var name = words.get(index + 2);
        var much = Set.of("table", "tables", "database", "schema").contains(words.get(index + 1).lower());
        if (!much && !words.get(index).text().equals("DROP") && index + 3 < end
                && GOING_ON.contains(words.get(index + 3).lower())) {
            return Optional.empty();
        }
        var shouted = words.get(index).text().equals("DROP")
                && words.get(index + 1).text().equals(words.get(index + 1).text()
                        .toUpperCase(java.util.Locale.ROOT));
        var conditional = words.get(index + 1).lower().equals("if") ? !name.lower().equals("exists") : !isName(name);
        var letter = shouted && name.text().length() == 1 && index + 3 == end;
        return conditional && !letter && !(shouted && !ENGLISH.contains(name.lower()))
                ? Optional.empty()
                : Optional.of(Action.SQL_DROP);
    }

    /// Behind verbs in capitals a noun of English may be a table's name.
    private static boolean isShouted(Word name) {
        return isName(name) || name.lower().length() > 4 && name.lower().endsWith("s");
    }

    private static boolean isName(Word word) {
        var text = word.lower();
        return text.equals("if") || text.equals("view") || text.equals("by") || text.equals("data")
                || !ENGLISH.contains(text) && !text.isEmpty() && (Character.isLetterOrDigit(text.charAt(0))
                        || "_.$@:*-<".indexOf(text.charAt(0)) >= 0);
    }

    private static Optional<Action> truncate(Words words, int index, int end) {
        if (index + 1 >= end || words.get(index + 1).isFlag()) {
            return Optional.empty();
        }
        var next = words.get(index + 1);
        var shouted = words.get(index).text().equals("TRUNCATE")
                && (next.text().equals("ONLY") || !ENGLISH.contains(next.lower()));
        var table = next.lower().equals("table") && index + 2 < end && isName(words.get(index + 2));
        var only = index + 2 == words.size() && index == 0 && isName(next)
                || next.lower().equals("only") && index + 3 < end
                        && Set.of("restart", "cascade", "continue").contains(words.get(index + 3).lower());
        return shouted || table || only ? Optional.of(Action.SQL_TRUNCATE) : Optional.empty();
    }

    private static Optional<Action> delete(Words words, int index, int end) {
        var from = index + 1;
        if (from < end && Set.of("low_priority", "quick", "ignore").contains(words.get(from).lower())) {
            from++;
        }
        if (from + 2 < end && words.get(from).lower().equals("top")) {
            from += words.get(from + 2).lower().equals("percent") ? 3 : 2;
        }
        // "delete u from users u" names the alias first.
        if (from + 2 < end && words.get(from + 1).lower().equals("from") && words.get(from).text().length() <= ALIAS
                && (words.get(index).text().equals("DELETE") || isAliased(words, from, end))) {
            from++;
        }
        if (from + 2 < end && words.get(from + 1).lower().equals("only")) {
            from++;
            if (isName(words.get(from + 1)) && !Condition.stands(words, from + 2, end)) {
                return Optional.of(Action.SQL_DELETE_WITHOUT_WHERE);
            }
            return Optional.empty();
        }
        var shouted = from < end && words.get(index).text().equals("DELETE") && words.get(from).text().equals("FROM");
        if (from + 1 >= end || !words.get(from).lower().equals("from")
                || !(shouted ? isShouted(words.get(from + 1)) : isName(words.get(from + 1)))
                || words.get(from + 1).text().contains("/")) {
            return Optional.empty();
        }
        var speaks = !words.get(index).text().equals("DELETE") && from + 2 < end
                && ENGLISH.contains(words.get(from + 2).lower())
                && !STATEMENT.contains(words.get(from + 2).lower());
        return speaks || Condition.stands(words, from + 2, end)
                ? Optional.empty()
                : Optional.of(Action.SQL_DELETE_WITHOUT_WHERE);
    }

    /// Whether the word before FROM names a table behind it anew: `delete u from users u`.
    private static boolean isAliased(Words words, int alias, int end) {
        for (var i = alias + 3; i < Math.min(end, alias + 6); i++) {
            if (words.get(i).lower().equals(words.get(alias).lower())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Action> update(Words words, int index, int end) {
        var set = index + 2;
        while (set < end && set < index + 5 && !words.get(set).lower().equals("set")
                && (!ENGLISH.contains(words.get(set).lower()) || words.get(set).lower().equals("as"))) {
            set++;
        }
        if (set < end && words.get(set).lower().equals("set") && ACCOUNTS.contains(words.get(index + 1).lower())) {
            return Optional.of(Action.ACCOUNT_CHANGE);
        }
        var assigns = set + 1 < end && words.get(set).lower().equals("set") && (words.get(set + 1).text().contains("=")
                || set + 2 < end && words.get(set + 2).text().startsWith("="));
        return assigns && !Condition.stands(words, set + 1, end)
                ? Optional.of(Action.SQL_UPDATE_WITHOUT_WHERE)
                : Optional.empty();
    }

    private static Optional<Action> alter(Words words, int index, int end) {
        if (index + 3 >= end || !words.get(index + 1).lower().equals("table")) {
            return Optional.empty();
        }
        for (var i = index + 3; i + 1 < end; i++) {
            if (words.get(i).lower().equals("delete") && words.get(i + 1).lower().equals("where")
                    && !Condition.stands(words, i, end)) {
                return Optional.of(Action.SQL_DELETE_WITHOUT_WHERE);
            }
            var word = words.get(i).lower();
            var next = words.get(i + 1).lower();
            if (word.equals("drop") && !Set.of("default", "not", "expression", "identity").contains(next)) {
                return Optional.of(Action.SQL_DROP);
            }
        }
        return Optional.empty();
    }

    /// `MERGE … WHEN MATCHED THEN DELETE`: what matches is lost, without another condition.
    private static Optional<Action> merge(Words words, int index, int end) {
        var when = -1;
        for (var i = index + 1; i + 1 < end; i++) {
            var word = words.get(i).lower();
            if (word.equals("when")) {
                when = i;
            } else if (when > 0 && word.equals("and")) {
                when = -1;
            } else if (when > 0 && word.equals("then") && words.get(i + 1).lower().equals("delete")) {
                return Optional.of(Action.SQL_DELETE_WITHOUT_WHERE);
            }
        }
        return Optional.empty();
    }

    /// "We drop index funds": a verb of a sentence has its subject before it.
    private static boolean speaks(Words words, int index) {
        return index > 0 && words.get(index).before() == dev.wingman.screening.shell.Gap.SPACE
                && Set.of("the", "a", "we", "you",
                        "they", "this", "that", "i", "each", "any", "of").contains(words.get(index - 1).lower())
                && words.get(index).text().equals("drop") && !words.get(index + 1).lower().equals("table");
    }
}
