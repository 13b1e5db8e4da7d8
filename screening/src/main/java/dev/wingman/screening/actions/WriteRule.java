package dev.wingman.screening.actions;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// What is written, by whatever program, to a device, to the system's own files or over what is worth keeping.
public final class WriteRule {
    private static final Set<String> STORES = FlagRule.WORDS.list("stores");
    private static final Set<String> TRAILS = FlagRule.WORDS.list("trails");
    private static final Set<String> WRITING = FlagRule.WORDS.list("writing");
    private static final Set<String> WRITERS = FlagRule.WORDS.list("writers");
    private static final Set<String> EMPTY = FlagRule.WORDS.list("empty");
    private static final Set<String> DEVICES = FlagRule.WORDS.list("devices");
    private static final int ARGUMENTS = 4;

    private WriteRule() {}

    /// Judges a file that a command may write to.
    static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        var text = word.lower();
        if (word.redirect() == '>') {
            return written(word, text).or(() -> emptied(words, index));
        }
        return text.startsWith("/") && index + 1 < words.size() && WRITING.contains(words.get(index + 1).lower())
                || isWriter(words, index) ? written(word, text) : Optional.empty();
    }

    /// `fs.writeFileSync('/etc/passwd', …)`.
    private static boolean isWriter(Words words, int index) {
        if (index == 0 || words.get(index).before() != Gap.CODE || !words.get(index).text().startsWith("/")) {
            return false;
        }
        var call = words.get(index - 1).program();
        return WRITERS.contains(call.substring(call.lastIndexOf('.') + 1));
    }

    private static Optional<Offence> written(Word word, String text) {
        if (text.startsWith("/dev/")) {
            return isDevice(text.substring(5)) ? Optional.of(Action.DISK.from(word, word)) : Optional.empty();
        }
        if (text.contains(".git/refs/") || text.endsWith(".git/head") || text.endsWith(".git/packed-refs")) {
            return Optional.of(Action.GIT_HISTORY_LOSS.from(word, word));
        }
        if (text.contains(".git/hooks/") || text.endsWith(".git/config")) {
            return Optional.of(Action.UNREADABLE_COMMAND.from(word, word));
        }
        if (text.startsWith("/var/log/") && isTrail(text.substring(9)) || text.endsWith("bash_history")
                || text.endsWith("zsh_history")) {
            return Optional.of(Action.AUDIT_DISABLE.from(word, word));
        }
        if (text.startsWith("/proc/sys") || text.startsWith("/selinux/")) {
            return Optional.of(Action.SYSTEM_CHANGE.from(word, word));
        }
        var accounts = text.endsWith("authorized_keys") || text.contains("/sudoers") || text.equals("/etc/passwd")
                || text.equals("/etc/shadow") || text.equals("/etc/group");
        if (accounts) {
            return Optional.of(Action.ACCOUNT_CHANGE.from(word, word));
        }
        var system = text.startsWith("/etc/") || text.startsWith("/boot/") || text.startsWith("/sys/")
                || text.startsWith("/usr/")
                || text.startsWith("/bin/") || text.startsWith("/sbin/") || text.startsWith("/lib/");
        return system && !text.startsWith("/usr/local/")
                ? Optional.of(Action.FILE_OVERWRITE.from(word, word))
                : Optional.empty();
    }

    /// The logs by which somebody else sees what happens; a job's own log is none.
    private static boolean isTrail(String name) {
        return TRAILS.stream().anyMatch(name::startsWith) || name.contains("audit") || name.contains("wingman");
    }

    /// A plain `> file` in a text is a quotation.
    private static Optional<Offence> emptied(Words words, int index) {
        var file = words.get(index);
        return isEmptied(words, index) && isKept(file.lower())
                ? Optional.of(Action.FILE_OVERWRITE.from(words.get(Math.max(0, index - 1)), file))
                : Optional.empty();
    }

    /// `: > file`, `echo -n > file`: whether nothing is written to what a command writes to, so that all that was there is lost.
    public static boolean isEmptied(Words words, int index) {
        var file = words.get(index);
        if (file.begins()) {
            return !file.before().isNewLine() && index > 0;
        }
        var printer = index - 1;
        while (printer > 0 && printer > index - ARGUMENTS && !words.get(printer).begins()
                && isNothing(words.get(printer).text())) {
            printer--;
        }
        var before = words.get(index - 1).text();
        return EMPTY.contains(words.get(printer).text())
                && (words.get(printer).begins() || words.get(printer - 1).text().equals("do")) || before.equals("do")
                || before.equals("/dev/null") && index > 1 && words.get(index - 2).program().equals("cat");
    }

    private static boolean isNothing(String argument) {
        return argument.isEmpty() || argument.equals("-n") || argument.equals("%s");
    }

    /// What is worth keeping: a file outside of the task's own folder, or a store of data.
    private static boolean isKept(String file) {
        var elsewhere = file.startsWith("/") && !file.startsWith("/tmp/") && !file.startsWith("/dev/")
                || file.startsWith("~/");
        return elsewhere || STORES.stream().anyMatch(file::endsWith);
    }

    private static boolean isDevice(String name) {
        return DEVICES.stream().anyMatch(name::startsWith);
    }
}
