package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Variables;

/// A command that code puts together of strings and variables where it runs it: `os.system(a + b)`, `EXECUTE 'DR' || 'OP TABLE x'`.
final class Joined {
    static final Set<String> RUNNERS = Set.of("execute", "immediate", "exec", "eval", "os.system", "system", "popen",
            "os.popen",
            "subprocess.run", "subprocess.call", "subprocess.popen", "subprocess.check_call", "subprocess.check_output",
            "child_process.exec", "child_process.execsync", "execsync", "exec.command", "runtime.getruntime", ".exec",
            "shell_exec",
            "passthru", "invoke-expression", "iex", "sp_executesql", "start-process", "proc_open", "cp.exec",
            "cp.execsync", "spawn",
            "child_process.spawn", "shell", "sh", "run");
    private static final int PIECES = 12;

    private Joined() {}

    /// The text that is run, when at least two pieces make it.
    static Optional<String> at(Words words, int index, Variables variables) {
        if (!RUNNERS.contains(words.get(index).program())) {
            return Optional.empty();
        }
        var joined = new StringBuilder();
        var pieces = 0;
        var signs = false;
        for (var i = index + 1; i < Math.min(words.size(), index + PIECES); i++) {
            var word = words.get(i);
            if (word.before().isNewLine() || word.text().equals("using")) {
                break;
            }
            if (word.text().equals("+") || word.text().equals(".") || word.text().equals("%")) {
                signs = true;
                continue;
            }
            signs = signs || i > index + 1 && word.before() == dev.wingman.screening.shell.Gap.COMMAND;
            joined.append(variables.expand(word.text()).orElse(word.text()));
            pieces++;
        }
        return (signs || pieces == 1 && !joined.toString().equals(words.get(index + 1).text()))
                && joined.length() < 2048 && pieces > 0
                        ? Optional.of(joined.toString())
                        : Optional.empty();
    }
}
