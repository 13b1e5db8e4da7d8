package dev.wingman.screening.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Words that are an action by themselves, of whatever program: flags that overrule a safeguard, the socket of a container engine, and
/// what is written to a device or to the system's own files.
public final class FlagRule {
    private static final List<String> FORCING = List.of("--force", "--no-verify", "--no-preserve-root",
            "--yes-i-really-mean-it", "--skip-verify", "--disable-protection", "--allow-unauthenticated",
            "--no-gpg-check",
            "--dangerously-", "--allow-destructive", "--i-know-what-i-am-doing", "--accept-data-loss", "--force-reset");
    /// Options that only begin like a force flag.
    private static final List<String> HARMLESS = List.of("--force-color", "--force-colour", "--force-exclude",
            "--force-reinstall", "--force-recreate", "--force-rm", "--force-conf", "--force-new", "--force-ipv",
            "--force-update",
            "--force-renew", "--force-poll", "--force-exit", "--force-directories", "--force-html", "--force-local",
            "--force-device", "--force-dark", "--force-publish", "--force-sugar", "--force-build", "--force-pull",
            "--force-rebuild",
            "--force-confdef", "--force-confold", "--force-dep", "--force-upgrade", "--force-restart",
            "--force-language",
            "--force-single", "--force-short", "--force-warn", "--force-non-interactive", "--force-compile",
            "--force-tty", "--force-test", "--force-version", "--force-reload", "--force-keyframes");
    private static final Set<String> AFTER_DASHES = Set.of("force", "no-verify", "no-preserve-root");
    private static final List<String> SOCKETS = List.of("docker.sock", "containerd.sock", "podman.sock", "crio.sock",
            "dockershim.sock", "buildkitd.sock", "docker_engine");

    private static final List<String> STORES = List.of(".db", ".sqlite", ".sqlite3", ".log", ".wal", ".ibd", ".mdb",
            ".sql", ".dump",
            ".rdb", ".aof");

    private static final List<String> TRAILS = List.of("syslog", "messages", "auth", "secure", "wtmp", "btmp", "utmp",
            "lastlog", "faillog", "kern", "dmesg", "journal", "cron", "sudo", "daemon", "tallylog", "falco", "osquery");

    /// How a call opens a file that it will write.
    private static final Set<String> WRITING = Set.of("w", "wb", "w+", "wb+", "w+b", "a", "ab", "a+", "ab+", "r+",
            "r+b",
            "rb+", "wt", "x", "xb");
    private static final Set<String> WRITERS = Set.of("writefilesync", "writefile", "createwritestream",
            "appendfilesync", "appendfile", "file_put_contents", "write_text", "write_bytes");

    /// Commands that print nothing when they are given nothing.
    private static final Set<String> EMPTY = Set.of(":", "true", "echo", "printf");

    private static final int ARGUMENTS = 4;

    private FlagRule() {}

    public static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        var text = word.lower();
        if (word.isFlag()) {
            return flag(words, index, text);
        }
        if (isSocket(text)) {
            return Optional.of(Action.DOCKER_SOCKET.from(word, word));
        }
        if (word.redirect() == '>') {
            return written(word, text).or(() -> emptied(words, index));
        }
        if (text.startsWith("tf_cli_args") && text.contains("-destroy")) {
            return Optional.of(Action.INFRASTRUCTURE_DESTROY.from(word, word));
        }
        if (text.startsWith("/etc/init.d/") && index + 1 < words.size()
                && words.get(index + 1).lower().equals("stop")) {
            return Optional.of(Action.SYSTEM_CHANGE.from(word, words.get(index + 1)));
        }
        if (text.startsWith("/") && index + 1 < words.size() && WRITING.contains(words.get(index + 1).lower())
                || isWriter(words, index)) {
            return written(word, text);
        }
        return Optional.empty();
    }

    /// `fs.writeFileSync('/etc/passwd', …)`.
    private static boolean isWriter(Words words, int index) {
        if (index == 0 || words.get(index).before() != Gap.CODE || !words.get(index).text().startsWith("/")) {
            return false;
        }
        var call = words.get(index - 1).program();
        return WRITERS.contains(call.substring(call.lastIndexOf('.') + 1));
    }

    /// "Add a --force flag to our CLI": the flag is made, not used.
    private static boolean isProposed(Words words, int index) {
        var verb = index - 1;
        while (verb > 0 && verb > index - 4 && Set.of("a", "an", "new", "support", "for").contains(
                words.get(verb).lower())) {
            verb--;
        }
        if (verb < 0 || verb == index - 1
                || !Set.of("add", "implement", "introduce").contains(words.get(verb).lower())) {
            return false;
        }
        var next = index + 1;
        next += next < words.size() && Set.of("flag", "option", "switch").contains(words.get(next).lower()) ? 1 : 0;
        if (next + 1 >= words.size() || !Set.of("to", "for").contains(words.get(next).lower())) {
            return false;
        }
        next += Set.of("our", "the", "its", "this").contains(words.get(next + 1).lower()) ? 2 : 1;
        return next < words.size() && Set.of("cli", "parser", "tool", "sdk").contains(words.get(next).lower())
                && (next + 1 == words.size() || !words.get(next + 1).before().isWithinSentence()
                        || Set.of("and", "so", "that", "which").contains(words.get(next + 1).lower()));
    }

    private static Optional<Offence> flag(Words words, int index, String text) {
        var word = words.get(index);
        if (isForcing(word.text(), text) && !isProposed(words, index)) {
            return Optional.of(Action.FORCE_FLAG.from(word, word));
        }
        if (text.equals("--") && index + 1 < words.size() && AFTER_DASHES.contains(words.get(index + 1).lower())) {
            return Optional.of(Action.FORCE_FLAG.from(word, words.get(index + 1)));
        }
        return isSocket(text) ? Optional.of(Action.DOCKER_SOCKET.from(word, word)) : Optional.empty();
    }

    private static boolean isForcing(String spelled, String text) {
        if (!text.startsWith("--") || text.length() < 6) {
            return text.equals("-delete");
        }
        if (text.equals("--forc") || text.length() > 7 && "--no-verify".startsWith(text)) {
            return true;
        }
        var forcing = FORCING.stream().anyMatch(text::startsWith) && HARMLESS.stream().noneMatch(text::startsWith);
        var next = spelled.length() > 7 ? spelled.charAt(7) : '=';
        return forcing && (!text.startsWith("--force") || next == '=' || next == '-' || next == '/' || next == '"')
                && !text.equals("--force=false");
    }

    private static boolean isSocket(String text) {
        if (text.contains("sock") || text.contains("docker_")) {
            return SOCKETS.stream().anyMatch(text::contains) || text.startsWith("docker_host=unix")
                    || text.startsWith("docker_host=tcp://127") || text.startsWith("docker_host=tcp://localhost");
        }
        return text.contains(":2375") && (text.contains("localhost:2375") || text.contains("127.0.0.1:2375"));
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
        return List.of("sd", "hd", "vd", "xvd", "nvme", "mmcblk", "disk", "mapper/", "dm-", "md", "loop", "rdisk",
                "mem", "kmem",
                "port", "sr").stream().anyMatch(name::startsWith);
    }
}
