package dev.wingman.screening.indirect;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// A command whose program and arguments stand in fields of their own: `{"cmd": "rm", "args": ["-rf", "/srv"]}`.
public final class Fields {
    private static final Set<String> PROGRAMS = Set.of("cmd", "command", "program", "exec", "executable", "entrypoint",
            "binary", "bin", "tool", "run", "file", "name");
    private static final Set<String> ARGUMENTS = Set.of("args", "argv", "arguments", "params", "parameters",
            "argslist");
    /// So many words may stand between the two, and be arguments.
    private static final int APART = 12;
    private static final int MOST = 64;

    private Fields() {}

    /// The command line of a program, when its arguments stand in another field.
    public static Optional<String> at(Words words, int index) {
        if (index == 0 || !isKey(words, index - 1, PROGRAMS)) {
            return Optional.empty();
        }
        for (var i = index + 1; i < Math.min(words.size(), index + APART); i++) {
            if (isKey(words, i, ARGUMENTS)) {
                return Optional.of(line(words, index, i));
            }
        }
        for (var i = index - 2; i >= Math.max(0, index - MOST); i--) {
            if (isKey(words, i, ARGUMENTS)) {
                return Optional.of(line(words, index, i));
            }
        }
        return Optional.empty();
    }

    private static boolean isKey(Words words, int index, Set<String> names) {
        var word = words.get(index);
        var name = word.lower();
        return (word.punctuation() == ':' || name.endsWith(":") || name.endsWith("="))
                && names.contains(
                        name.endsWith(":") || name.endsWith("=") ? name.substring(0, name.length() - 1) : name);
    }

    private static String line(Words words, int program, int key) {
        var line = new StringBuilder(words.get(program).text());
        for (var i = key + 1; i < Math.min(words.size(), key + MOST) && !isAnyKey(words.get(i)); i++) {
            // A tag of YAML, as in `!!str`, is no argument.
            line.append(words.get(i).text().startsWith("!!") ? "" : ' ' + bare(words.get(i)));
        }
        return line.toString();
    }

    private static boolean isAnyKey(Word word) {
        return word.punctuation() == ':' && word.isPlain();
    }

    private static String bare(Word word) {
        var text = word.text();
        return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    }
}
