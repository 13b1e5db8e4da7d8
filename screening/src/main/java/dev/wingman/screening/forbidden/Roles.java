package dev.wingman.screening.forbidden;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.wingman.screening.actions.SettingRule;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.indirect.Addresses;
import dev.wingman.screening.indirect.Assembled;
import dev.wingman.screening.indirect.Clients;
import dev.wingman.screening.indirect.Loops;
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

    static boolean has(Word word) {
        return know(word.program());
    }

    /// Whether any rule names the program.
    static boolean know(String program) {
        return KNOWN.has(program);
    }

    /// Whether the word is one of letters only that no rule knows, in the midst of its command.
    static boolean isNothing(Word word) {
        return word.isPlain() && word.redirect() == ' ' && !word.unknown() && word.inside().isEmpty()
                && word.before().compareTo(Gap.PIPE) < 0 && (word.isLower() || word.text().length() < LONG);
    }

    private static Set<String> known() {
        var known = new HashSet<String>();
        List.<Collection<String>>of(Templates.programs(), SqlRule.VERBS, SqlRights.VERBS, OrderRule.VERBS,
                SettingRule.names(), Assembled.names(), Addresses.names(), Clients.names(), Loops.REMOVERS,
                Position.KNOWN, Pipes.KNOWN, Joined.RUNNERS,
                Downloads.KNOWN)
                .forEach(known::addAll);
        return known;
    }
}
