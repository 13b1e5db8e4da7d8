package dev.wingman.screening.indirect;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.actions.WriteRule;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.Words;

/// A removal of what a loop or a list goes through: `for f in /srv/*; do rm "$f"; done`. One by one a whole tree goes, too. What else is removed in
/// a loop, such as one temporary file, is none.
public final class Loops {
    /// The programs that remove one file.
    public static final Set<String> REMOVERS = Set.of("rm", "grm", "unlink", "rmdir", "shred", "srm", "truncate", "del",
            "erase", "rd", "ri", "remove-item");
    private static final Set<String> COUNTED = Set.of("for", "foreach", "select");
    private static final Set<String> REPEATED = Set.of("while", "until");
    private static final Set<String> LISTERS = Set.of("ls", "find", "gfind", "fd", "fdfind", "locate", "git", "tree",
            "rg", "grep");
    private static final int REACH = 64;

    private Loops() {}

    /// Judges a word that names one of the removers.
    public static Optional<Offence> judge(Words words, int index) {
        for (var i = index + 1; i < Math.min(words.commandEnd(index), index + REACH); i++) {
            if (isListed(words.get(i))) {
                return Optional.of(Action.RECURSIVE_DELETE.from(words.get(index), words.get(i)));
            }
        }
        var body = body(words, index);
        if (body < 0) {
            return Optional.empty();
        }
        var names = names(words, body);
        for (var i = index + 1; names.isPresent() && i < Math.min(words.commandEnd(index), index + REACH); i++) {
            if (isGoneThrough(words.get(i), names.get())) {
                return Optional.of(Action.RECURSIVE_DELETE.from(words.get(index), words.get(i)));
            }
        }
        return Optional.empty();
    }

    /// Judges a file that a command writes to: `for f in /srv/*; do : > "$f"; done` keeps the names, and nothing in them.
    public static Optional<Offence> emptied(Words words, int index) {
        var file = words.get(index);
        if (file.redirect() != '>' || file.text().startsWith("/tmp/") || !WriteRule.isEmptied(words, index)) {
            return Optional.empty();
        }
        var name = file.text().substring(file.text().lastIndexOf('/') + 1);
        var body = body(words, index);
        var names = body < 0 ? Optional.<Set<String>>empty() : names(words, body);
        return names.filter(all -> name.startsWith("$") && all.contains(name.replaceAll("[${}]", "")))
                .map(_ -> Action.RECURSIVE_DELETE.from(file, file));
    }

    /// `rm $(find …)` and `rm "${all[@]}"` go through a list, too.
    private static boolean isListed(Word word) {
        return word.text().contains("[@]}") || word.text().contains("[*]}") || word.inside().stream()
                .filter(inner -> inner.kind() == Kind.SUBSTITUTION)
                .anyMatch(inner -> LISTERS.contains(first(inner.source().text())));
    }

    private static String first(String command) {
        var text = command.substring(0, Math.min(command.length(), REACH)).strip();
        var blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    /// Where the `do` stands in whose body a word is, or -1.
    private static int body(Words words, int index) {
        var closed = 0;
        for (var i = index - 1; i >= 0 && i > index - REACH; i--) {
            if (!words.get(i).begins()) {
                continue;
            }
            if (words.get(i).text().equals("done")) {
                closed++;
            } else if (words.get(i).text().equals("do") && closed-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /// The names that the head of a loop gives to what it goes through, when there is a loop.
    private static Optional<Set<String>> names(Words words, int body) {
        var names = new HashSet<String>();
        for (var i = body - 1; i >= 0 && i > body - REACH; i--) {
            var word = words.get(i);
            if (word.text().startsWith("%")) {
                names.add(word.text());
            } else if (word.text().equals("read")) {
                names.add("REPLY");
                read(words, i, names);
            } else if (word.begins() && COUNTED.contains(word.lower())) {
                // The head may be "for ((i = 0; …": its name stands before the sign.
                var name = words.get(i + 1).text();
                names.add(name.indexOf('=') < 0 ? name : name.substring(0, name.indexOf('=')));
                return Optional.of(names);
            } else if (word.begins() && REPEATED.contains(word.lower())) {
                return Optional.of(names);
            }
        }
        return Optional.empty();
    }

    private static void read(Words words, int read, Set<String> names) {
        for (var i = read + 1; i < Math.min(words.commandEnd(read), read + REACH); i++) {
            names.add(words.get(i).text());
        }
    }

    private static boolean isGoneThrough(Word word, Set<String> names) {
        return names.stream().anyMatch(name -> mentions(word.text(), name))
                || word.inside().stream().anyMatch(inner -> inner.kind() == Kind.SUBSTITUTION);
    }

    private static boolean mentions(String text, String name) {
        return name.startsWith("%") ? text.contains(name) : text.contains("$" + name) || text.contains("${" + name);
    }
}
