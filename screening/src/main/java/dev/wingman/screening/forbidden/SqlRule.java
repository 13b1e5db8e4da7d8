package dev.wingman.screening.forbidden;

import java.util.Set;
import java.util.function.Consumer;

import dev.wingman.screening.forbidden.Word.Gap;

/// Statements that lose a table or all its rows. English uses the same verbs: only with what SQL puts behind them are they meant.
final class SqlRule implements Rule {
    private static final Set<String> DROPPED = Set.of("table", "database", "schema", "view", "index", "column", "role",
            "user",
            "tablespace", "materialized", "sequence", "owned", "constraint", "trigger", "type", "extension", "keyspace",
            "collection");
    private static final Set<String> ENGLISH = Set.of("the", "a", "an", "this", "that", "these", "those", "our", "your",
            "its",
            "their", "each", "any", "all", "every", "long");
    private static final Set<String> ALWAYS = Set.of("1=1", "true", "1", "2>1");

    @Override
    public Set<String> programs() {
        return Set.of("drop", "truncate", "delete", "dropdb", "flushall", "flushdb", "db.dropdatabase");
    }

    /// A statement ends at its semicolon, not at the end of a line.
    @Override
    public Gap reach() {
        return Gap.LINE;
    }

    @Override
    public void judge(Command statement, Consumer<Found> found) {
        switch (statement.name()) {
            case "drop" -> drop(statement, found);
            case "truncate" -> truncate(statement, found);
            case "delete" -> delete(statement, found);
            case "dropdb" -> statement.first(_ -> true)
                    .ifPresent(word -> found.accept(Action.SQL_DROP.from(statement.program(), word)));
            default -> found.accept(Action.SQL_DROP.from(statement.program(), statement.program()));
        }
    }

    private static void drop(Command statement, Consumer<Found> found) {
        var words = statement.arguments();
        if (words.size() > 1 && DROPPED.contains(words.getFirst().lower())) {
            found.accept(Action.SQL_DROP.from(statement.program(), words.getFirst()));
        }
    }

    private static void truncate(Command statement, Consumer<Found> found) {
        var words = statement.arguments();
        if (words.isEmpty() || words.getFirst().isFlag()) {
            return;
        }
        var shouted = statement.program().text().equals("TRUNCATE") && !ENGLISH.contains(words.getFirst().lower());
        if (shouted || words.size() > 1 && words.getFirst().lower().equals("table")) {
            found.accept(Action.SQL_TRUNCATE.from(statement.program(), words.getFirst()));
        }
    }

    private static void delete(Command statement, Consumer<Found> found) {
        var words = statement.arguments();
        if (words.size() < 2 || !words.getFirst().lower().equals("from") || ENGLISH.contains(words.get(1).lower())) {
            return;
        }
        for (var i = 2; i + 1 < words.size(); i++) {
            if (words.get(i).lower().equals("where") && !ALWAYS.contains(words.get(i + 1).lower())) {
                return;
            }
        }
        found.accept(Action.SQL_DELETE_WITHOUT_WHERE.from(statement.program(), words.get(1)));
    }
}
