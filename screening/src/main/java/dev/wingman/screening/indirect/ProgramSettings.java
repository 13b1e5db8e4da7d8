package dev.wingman.screening.indirect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Words;

/// Variables and settings of Git whose value another program runs or loads: `LD_PRELOAD=…`, `PAGER='sh -c …'`, `git -c alias.x='!…'`. What
/// they name runs without being a command of its own. A pager, an editor or a helper that everybody knows may be named.
public final class ProgramSettings {
    private static final Lexicon TABLE = Lexicon.beside(ProgramSettings.class, "settings.tsv");
    private static final Set<String> LOADED = TABLE.list("loaded");
    private static final Set<String> FILES = TABLE.list("files");
    private static final Set<String> RUN = TABLE.list("run");
    private static final Set<String> OPTIONS = TABLE.list("options");
    private static final Set<String> LOADING = TABLE.list("loading");
    private static final Set<String> FOLDERS = TABLE.list("folders");
    private static final Set<String> OF_GIT = TABLE.list("git");
    private static final Set<String> SECTIONS = OF_GIT.stream().map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TOOLS = TABLE.list("tools");
    private static final List<String> SHARED = List.of("/tmp", "/var/tmp", "/dev/shm");
    private static final Set<String> SETTERS = Set.of("setenv", "env", "-x", "-gx", "-ux", "-xg", "-xu");
    private static final String KEY = "git_config_key_";
    private static final String HOOKS = "core.hookspath";
    private static final String SHELL_SIGNS = ";|&`<>(){}!\n";

    private ProgramSettings() {}

    /// Judges a word that sets something, or names a setting of Git.
    public static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        var equals = word.lower().indexOf('=');
        if (equals < 0) {
            return word.lower().indexOf('.') > 0
                    ? ofGitConfig(words, index)
                    : word.lower().indexOf('_') > 0 ? ofNextWord(words, index) : Optional.empty();
        }
        var begin = word.lower().startsWith("--config=") || word.lower().startsWith("--config-env=") ? equals + 1 : 0;
        var sign = word.lower().indexOf('=', begin);
        if (sign < begin + 2) {
            return Optional.empty();
        }
        var name = word.lower().substring(begin, sign);
        var value = word.lower().substring(sign + 1);
        var variable = word.text().substring(begin, sign).chars().noneMatch(Character::isLowerCase);
        if (variable && name.startsWith(KEY) && value.equals(HOOKS)) {
            return Optional.of(Action.FORCE_FLAG.from(word, word));
        }
        return (variable ? isRunBy(name, value) : isRunByGit(name, value))
                ? Optional.of(Action.UNREADABLE_COMMAND.from(word, word))
                : Optional.empty();
    }

    private static boolean isRunBy(String variable, String value) {
        return LOADED.contains(variable) && !value.isEmpty()
                || FILES.contains(variable) && isPath(value)
                || RUN.contains(variable) && !isTool(value)
                || OPTIONS.contains(variable) && (LOADING.stream().anyMatch(value::contains)
                        || SHARED.stream().anyMatch(value::contains))
                || FOLDERS.contains(variable) && SHARED.stream().anyMatch(value::startsWith)
                || variable.startsWith(KEY) && (isOfGit(value) || isAlias(value));
    }

    private static boolean isRunByGit(String key, String value) {
        return isAlias(key) ? value.startsWith("!") : isOfGit(key) && !isTool(value);
    }

    /// `git config core.pager 'sh -c …'`: the value is the next word.
    private static Optional<Offence> ofGitConfig(Words words, int index) {
        var name = words.get(index).lower();
        if (!(isOfGit(name) || isAlias(name)) || index + 1 >= words.commandEnd(index) || !isConfigured(words, index)) {
            return Optional.empty();
        }
        var value = words.get(index + 1).lower();
        return isRunByGit(name, value) && !words.get(index + 1).isFlag()
                ? Optional.of(Action.UNREADABLE_COMMAND.from(words.get(index), words.get(index + 1)))
                : Optional.empty();
    }

    private static boolean isConfigured(Words words, int index) {
        for (var i = index - 1; i >= 0 && i > index - 8 && !words.get(i + 1).begins(); i--) {
            if (words.get(i).text().equals("config")) {
                return true;
            }
        }
        return false;
    }

    /// `LD_PRELOAD: /tmp/x.so` of a list of variables, `set -x GIT_EDITOR '…'` of fish, `ENV LD_PRELOAD /tmp/x.so` of a Dockerfile.
    private static Optional<Offence> ofNextWord(Words words, int index) {
        var word = words.get(index);
        var next = index + 1;
        if (next >= words.size() || words.get(next).before().isNewLine()
                || word.text().chars().anyMatch(Character::isLowerCase)) {
            return Optional.empty();
        }
        var value = words.get(next).lower();
        var listed = word.punctuation() == ':' && value.indexOf('/') >= 0;
        var set = index > 0 && !word.begins() && SETTERS.contains(words.get(index - 1).lower());
        return (listed || set) && isRunBy(word.lower(), value)
                ? Optional.of(Action.UNREADABLE_COMMAND.from(word, words.get(next)))
                : Optional.empty();
    }

    private static boolean isAlias(String name) {
        return name.startsWith("alias.");
    }

    /// Keys of three parts have a name of the user's own in the middle: `filter.x.clean`.
    private static boolean isOfGit(String name) {
        var first = name.indexOf('.');
        var last = name.lastIndexOf('.');
        return first > 0 && SECTIONS.contains(name.substring(0, first)) && (OF_GIT.contains(name)
                || OF_GIT.contains(name.substring(0, first) + (first < last ? ".*" : "") + name.substring(last))
                || OF_GIT.contains(name.substring(0, first) + ".*"));
    }

    private static boolean isPath(String value) {
        return !value.equals("/dev/null")
                && (value.startsWith("/") || value.startsWith("./") || value.startsWith("~/"));
    }

    /// A tool that everybody knows, with nothing that a shell would do for it; or a variable, whose value was judged where it was set.
    private static boolean isTool(String value) {
        if (value.isEmpty() || value.startsWith("$") && !value.startsWith("$(")) {
            return true;
        }
        var blank = value.indexOf(' ');
        var program = blank < 0 ? value : value.substring(0, blank);
        return TOOLS.contains(program.substring(program.lastIndexOf('/') + 1))
                && value.chars().noneMatch(sign -> SHELL_SIGNS.indexOf(sign) >= 0)
                && !value.contains("$(") && !value.contains("proxycommand") && !value.contains("localcommand");
    }
}
