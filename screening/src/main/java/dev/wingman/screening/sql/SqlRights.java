package dev.wingman.screening.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Statements that lose no row, but a guard: roles that may do everything, triggers and row security switched off, logs reset.
public final class SqlRights {
    /// The words that may begin such a statement.
    public static final Set<String> VERBS = Statements.list("guarding");
    private static final Set<String> POWERS = Statements.list("powers");
    private static final Set<String> GUARDS = Statements.list("guards");
    private static final Set<String> SWITCHES = Statements.list("switches");
    private static final Set<String> OFF = Statements.list("off");
    private static final Set<String> UNTRUSTED = Statements.list("untrusted");
    private static final Set<String> TRAILS = Statements.list("trails");
    private static final int LONGEST = 40;

    private SqlRights() {}

    public static Optional<Offence> judge(Words words, int index) {
        var end = Math.min(words.statementEnd(index), index + LONGEST);
        if (index + 1 >= end) {
            return Optional.empty();
        }
        var next = words.get(index + 1).lower();
        var action = switch (words.get(index).program()) {
            case "alter", "create" -> defined(words, index, next, end);
            case "grant", "revoke" -> granted(words, index, end);
            case "set" -> switched(words, index + 1, end);
            case "reset" -> next.equals("master") && isShouted(words.get(index))
                    ? Optional.of(Action.AUDIT_DISABLE)
                    : Optional.<Action>empty();
            case "purge" -> Set.of("binary", "master").contains(next)
                    ? Optional.of(Action.AUDIT_DISABLE)
                    : Optional.<Action>empty();
            case "replace", "insert" -> replaced(words, index + 1, end);
            case "prepare" ->
                isShouted(words.get(index)) && index + 3 < end && words.get(index + 3).text().startsWith("@")
                        ? Optional.of(Action.UNREADABLE_COMMAND)
                        : Optional.<Action>empty();
            case "exec", "execute" -> dynamic(words, index, end).or(() -> procedure(words, index, end));
            case "copy" -> program(words, index + 1, end);
            case "detach" -> next.equals("delete") && isUnfiltered(words, index)
                    ? Optional.of(Action.SQL_DELETE_WITHOUT_WHERE)
                    : Optional.<Action>empty();
            case "shutdown" -> Set.of("abort", "immediate", "transactional", "normal", "nosave").contains(next)
                    ? Optional.of(Action.SYSTEM_CHANGE)
                    : Optional.<Action>empty();
            case "disable" -> isShouted(words.get(index)) && GUARDS.contains(next)
                    ? Optional.of(Action.AUDIT_DISABLE)
                    : Optional.<Action>empty();
            default -> procedure(words, index, end);
        };
        return action.map(known -> known.from(words.get(index), words.get(index + 1)));
    }

    private static Optional<Action> defined(Words words, int index, String object, int end) {
        if (isEmptied(words, index, end)) {
            return Optional.of(Action.SQL_DROP);
        }
        if (object.equals("system") && words.get(index).program().equals("alter") && index + 2 < end
                && Set.of("set", "reset", "kill", "flush", "disable", "enable")
                        .contains(words.get(index + 2).lower())) {
            return Optional.of(Action.SYSTEM_CHANGE);
        }
        if (object.equals("extension") && UNTRUSTED.contains(words.get(Math.min(index + 2, end - 1)).lower())) {
            return Optional.of(Action.SYSTEM_CHANGE);
        }
        if (Set.of("user", "role", "login", "group", "server").contains(object)) {
            for (var i = index + 2; i < end; i++) {
                if (POWERS.contains(words.get(i).lower()) || isPassword(words, index, i, end)) {
                    return Optional.of(Action.ACCOUNT_CHANGE);
                }
            }
        }
        for (var i = index + 2; object.equals("database") && i < end; i++) {
            if (Set.of("offline", "single_user", "read_only").contains(words.get(i).lower())) {
                return Optional.of(Action.SYSTEM_CHANGE);
            }
        }
        var altered = words.get(index).program().equals("alter")
                && Set.of("table", "database", "trigger", "event").contains(object);
        for (var i = index + 2; altered && i + 1 < end; i++) {
            var off = words.get(i).lower().equals("disable")
                    || words.get(i).lower().equals("no") && words.get(i + 1).lower().equals("force");
            if (off && (GUARDS.contains(words.get(i + 1).lower()) || words.get(i + 1).lower().equals("force"))
                    || words.get(i).lower().equals("disable") && object.equals("trigger")) {
                return Optional.of(Action.AUDIT_DISABLE);
            }
        }
        return Optional.empty();
    }

    /// `ALTER USER app WITH PASSWORD '…'`, `… IDENTIFIED BY '…'`.
    private static boolean isPassword(Words words, int verb, int index, int end) {
        var word = words.get(index).lower();
        if (word.equals("identified")) {
            return true;
        }
        return word.equals("password") && words.get(verb).program().equals("alter") && index + 1 < end
                && (index == verb + 3 || words.get(verb + 3).lower().equals("with"));
    }

    /// All rights, to or from everybody, or a role that has them.
    private static Optional<Action> granted(Words words, int index, int end) {
        if (!isShouted(words.get(index)) && !words.get(index).begins()) {
            return Optional.empty();
        }
        var right = words.get(index + 1).lower();
        var all = right.equals("all") && (isShouted(words.get(index)) || index + 2 < end
                && Set.of("privileges", "on", "to").contains(words.get(index + 2).lower()));
        var towards = false;
        for (var i = index + 2; i < end; i++) {
            towards = towards || Set.of("to", "from").contains(words.get(i).lower());
        }
        return towards && (all || POWERS.contains(right) || Set.of("super", "rds_superuser", "pg_write_server_files",
                "pg_execute_server_program", "db_owner", "file").contains(right))
                        ? Optional.of(Action.ACCOUNT_CHANGE)
                        : Optional.empty();
    }

    private static Optional<Action> switched(Words words, int from, int end) {
        if (words.get(from).lower().equals("password")) {
            for (var i = from + 1; i < Math.min(end, from + 5); i++) {
                if (words.get(i).text().startsWith("=")) {
                    return Optional.of(Action.ACCOUNT_CHANGE);
                }
            }
        }
        for (var i = from; i < Math.min(end, from + 4); i++) {
            var text = words.get(i).lower();
            var equals = text.indexOf('=');
            var name = equals < 0 ? text : text.substring(0, equals);
            var plain = name.substring(name.lastIndexOf("@@") < 0 ? 0 : name.lastIndexOf("@@") + 2);
            if (!SWITCHES.contains(plain)) {
                continue;
            }
            for (var value = i; value < Math.min(end, i + 4); value++) {
                var last = words.get(value).lower();
                if (OFF.contains(last.substring(last.indexOf('=') + 1))) {
                    return Optional.of(Action.AUDIT_DISABLE);
                }
            }
        }
        return Optional.empty();
    }

    /// `REPLACE INTO audit_log …`: what stood there is lost. So is a whole table of `INSERT OVERWRITE` that names no partition.
    private static Optional<Action> replaced(Words words, int from, int end) {
        var overwrites = words.get(from).lower().equals("overwrite");
        var replaces = words.get(from - 1).program().equals("replace") && words.get(from).lower().equals("into");
        var table = from + 1 < end && words.get(from + 1).lower().equals("table") ? from + 2 : from + 1;
        if (!(replaces || overwrites) || table >= end) {
            return Optional.empty();
        }
        if (TRAILS.stream().anyMatch(words.get(table).lower()::contains)) {
            return Optional.of(Action.AUDIT_DISABLE);
        }
        var rows = table + 1 < end && (words.get(table + 1).before() == Gap.CODE
                || Set.of("select", "values", "table", "from", "with").contains(words.get(table + 1).lower()));
        return overwrites && rows && !holds(words, from, end, Set.of("partition", "directory"))
                ? Optional.of(Action.SQL_TRUNCATE)
                : Optional.empty();
    }

    private static boolean holds(Words words, int from, int end, Set<String> sought) {
        for (var i = from; i < end; i++) {
            if (sought.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// `CREATE OR REPLACE TABLE orders …` with no rows to put there: without a query, or with one that finds none.
    private static boolean isEmptied(Words words, int index, int end) {
        var table = index + 4;
        if (table + 1 >= end || !words.get(index + 1).lower().equals("or")
                || !words.get(index + 2).lower().equals("replace")
                || !words.get(index + 3).lower().equals("table")) {
            return false;
        }
        for (var i = table + 1; i + 1 < end; i++) {
            if (words.get(i).lower().equals("limit") && words.get(i + 1).text().equals("0")
                    || words.get(i).lower().equals("where") && isNever(words.get(i + 1).lower())) {
                return true;
            }
        }
        return words.get(table + 1).before() == Gap.CODE && !holds(words, table, end, Set.of("select"))
                || words.get(table + 1).lower().equals("like");
    }

    private static boolean isNever(String condition) {
        return Set.of("false", "1=0", "0=1", "1<>1").contains(condition);
    }

    /// `COPY … FROM PROGRAM` runs a command as the database's own user.
    private static Optional<Action> program(Words words, int from, int end) {
        for (var i = from; i + 1 < end; i++) {
            var shouted = words.get(i + 1).text().equals("PROGRAM");
            var quoted = words.get(i + 1).text().equals("program") && i + 2 < end
                    && words.get(i + 2).end() - words.get(i + 2).start() > words.get(i + 2).text().length();
            if ((shouted || quoted) && Set.of("from", "to").contains(words.get(i).lower())) {
                return Optional.of(Action.SYSTEM_CHANGE);
            }
        }
        return Optional.empty();
    }

    /// `EXECUTE IMMEDIATE v_sql`, `EXEC sp_executesql @sql`, `EXEC(@sql)`: the statement is what a variable holds.
    private static Optional<Action> dynamic(Words words, int index, int end) {
        var next = words.get(index + 1);
        var unread = switch (next.lower()) {
            case "immediate" -> index + 2 < end && !words.get(index + 2).isQuoted()
                    && (isShouted(next) && endsWithNext(words, index + 2, end) || isVariable(words.get(index + 2)));
            case "sp_executesql", "sys.sp_executesql" ->
                index + 2 < end && words.get(index + 2).text().startsWith("@");
            default -> next.before() == Gap.CODE && next.text().startsWith("@")
                    && (isShouted(words.get(index)) || next.start() - words.get(index).end() == 1);
        };
        return unread ? Optional.of(Action.UNREADABLE_COMMAND) : Optional.empty();
    }

    /// Whether a name is all that is run: "EXECUTE IMMEDIATE ACTION ITEMS" is a headline.
    private static boolean endsWithNext(Words words, int name, int end) {
        return name + 1 == end || words.get(name + 1).before() != Gap.SPACE
                || Set.of("into", "using").contains(words.get(name + 1).lower());
    }

    private static boolean isVariable(Word word) {
        return word.text().indexOf('_') >= 0 || "@:$".indexOf(word.text().isEmpty() ? ' ' : word.text().charAt(0)) >= 0;
    }

    private static Optional<Action> procedure(Words words, int index, int end) {
        for (var i = index + 1; i < Math.min(end, index + 4); i++) {
            var name = words.get(i).lower();
            if (name.startsWith("lo_export") || name.startsWith("sp_addrolemember") || name.startsWith("dblink_exec")
                    || name.equals("outfile") || name.equals("dumpfile") || name.contains("xp_cmdshell")
                    || name.contains("sp_addsrvrolemember")
                    || name.startsWith("pg_terminate_backend")
                    || name.equals("sp_dropuser") || name.equals("rds_kill_query") || name.equals("lo_unlink")
                    || name.equals("sp_msforeachtable") || name.equals("pg_drop_replication_slot")) {
                return Optional.of(Action.SYSTEM_CHANGE);
            }
        }
        return Optional.empty();
    }

    /// `MATCH (n) DETACH DELETE n` names no node; with a filter more stands between.
    private static boolean isUnfiltered(Words words, int detach) {
        for (var i = detach - 1; i >= 0 && i >= detach - 4; i--) {
            if (words.get(i).lower().equals("match")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShouted(Word word) {
        return word.text().equals(word.text().toUpperCase(Locale.ROOT));
    }
}
