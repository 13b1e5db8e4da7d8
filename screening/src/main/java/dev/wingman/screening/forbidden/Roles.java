package dev.wingman.screening.forbidden;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.wingman.screening.actions.SettingRule;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.indirect.Addresses;
import dev.wingman.screening.indirect.Assembled;
import dev.wingman.screening.indirect.Clients;
import dev.wingman.screening.indirect.Exposures;
import dev.wingman.screening.indirect.Loops;
import dev.wingman.screening.orders.Losses;
import dev.wingman.screening.orders.OrderRule;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.sql.SqlRights;
import dev.wingman.screening.sql.SqlRule;

/// Tells by one look whether a word means anything to any rule. Most words of a text do not, and nothing more is asked about them.
final class Roles {
    private static final int LONG = 8;
    private static final KnownWords KNOWN = new KnownWords(known());

    private Roles() {}

    /// What the word may be to a rule: the bits of each [Role], 0 when no rule names it.
    static int of(Word word) {
        return KNOWN.of(word.program());
    }

    /// Whether any rule names the program.
    static boolean know(String program) {
        return KNOWN.of(program) != 0;
    }

    /// Whether the word is one of letters only that no rule knows, in the midst of its command.
    static boolean isNothing(Word word) {
        return word.isPlain() && word.redirect() == ' ' && !word.unknown() && word.inside().isEmpty()
                && word.before().compareTo(Gap.PIPE) < 0 && (word.isLower() || word.text().length() < LONG);
    }

    private static Map<String, Integer> known() {
        var known = new HashMap<String, Integer>();
        add(known, Role.COMMAND, Templates.programs());
        add(known, Role.STATEMENT, SqlRule.VERBS);
        add(known, Role.RIGHT, SqlRights.VERBS);
        add(known, Role.REMOVER, Loops.REMOVERS);
        add(known, Role.CODE, Assembled.names());
        add(known, Role.CLIENT, Clients.names());
        add(known, Role.ADDRESS, Addresses.names());
        add(known, Role.ORDER, OrderRule.VERBS);
        add(known, Role.LOSS, Losses.words());
        add(known, Role.SETTING, SettingRule.names());
        add(known, Role.WRAPPER, Position.KNOWN);
        add(known, Role.RUNNER, Pipes.KNOWN);
        add(known, Role.DOWNLOAD, Downloads.KNOWN);
        add(known, Role.JOINED, Joined.RUNNERS);
        add(known, Role.SENDER, Exposures.names());
        return known;
    }

    private static void add(Map<String, Integer> known, Role role, Collection<String> words) {
        words.forEach(word -> known.merge(word, role.bit(), (one, other) -> one | other));
    }
}
