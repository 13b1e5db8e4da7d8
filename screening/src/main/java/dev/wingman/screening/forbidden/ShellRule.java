package dev.wingman.screening.forbidden;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.wingman.screening.forbidden.Word.Gap;

/// Running what was just downloaded or decoded, unseen: `curl … | sh`, `bash <(curl …)`, `eval "$(base64 -d …)"`.
final class ShellRule {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "python",
            "python3", "perl",
            "ruby", "node", "php", "pwsh", "iex");
    private static final Set<String> STARTERS = Set.of("eval", "source", ".");
    private static final Set<String> WRAPPERS = Set.of("sudo", "env", "nohup", "exec", "command", "busybox", "time",
            "doas");
    private static final Set<String> FETCHERS = Set.of("curl", "wget", "fetch", "aria2c", "iwr", "invoke-webrequest",
            "base64",
            "base32", "xxd", "openssl", "nc", "ncat", "rev", "gunzip", "zcat");
    private static final int LONGEST = 64;
    private static final int WRAPPED = 4;

    private ShellRule() {}

    static void judge(List<Word> words, int index, Consumer<Found> found) {
        var word = words.get(index);
        var program = word.program();
        if (word.before() == Gap.PIPE && (WRAPPERS.contains(program) || SHELLS.contains(program))) {
            piped(words, index, found);
        } else if (SHELLS.contains(program) || STARTERS.contains(program)) {
            substituted(words, index, found);
        }
    }

    private static void piped(List<Word> words, int pipe, Consumer<Found> found) {
        var shell = pipe;
        while (shell < words.size() && shell < pipe + WRAPPED && !SHELLS.contains(words.get(shell).program())) {
            shell++;
        }
        if (shell == words.size() || !SHELLS.contains(words.get(shell).program())) {
            return;
        }
        for (var i = pipe - 1; i >= 0 && i > pipe - LONGEST; i--) {
            if (FETCHERS.contains(words.get(i).program())) {
                found.accept(Action.PIPE_TO_SHELL.from(words.get(i), words.get(shell)));
                return;
            }
            if (words.get(i).before().compareTo(Gap.PIPE) > 0 || words.get(i).before() == Gap.LINE) {
                return;
            }
        }
    }

    private static void substituted(List<Word> words, int shell, Consumer<Found> found) {
        var last = Math.min(words.size(), shell + 1 + WRAPPED);
        for (var i = shell + 1; i < last && words.get(i).before().compareTo(Gap.LINE) < 0; i++) {
            if (words.get(i).before() == Gap.CODE && FETCHERS.contains(words.get(i).program())) {
                found.accept(Action.PIPE_TO_SHELL.from(words.get(shell), words.get(i)));
                return;
            }
        }
    }
}
