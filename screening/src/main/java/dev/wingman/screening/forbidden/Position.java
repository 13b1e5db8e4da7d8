package dev.wingman.screening.forbidden;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Where in its command a word stands: whether it may be the program, and what the command does with its arguments.
final class Position {
    static final Set<String> SHELLS = Programs.list("shells");
    private static final Set<String> CARRIERS = Programs.list("carriers");
    private static final Set<String> STARTERS = Programs.list("openers");
    private static final Set<String> TELLERS = Programs.list("tellers");
    private static final Set<String> PRINTERS = Programs.list("printers");
    private static final Set<String> FILTERS = Programs.list("filters");
    private static final Set<String> TOLD = Programs.list("git-messages");
    private static final Set<String> TOLD_OF = Programs.list("forge-messages");

    static final Set<String> KNOWN = union(List.of(SHELLS, CARRIERS, STARTERS, TELLERS, Programs.list("others")));

    private final Words words;
    private final boolean substituted;
    private int index;
    /// Whether any rule names the word.
    private boolean known;
    private int first;
    private boolean begins;
    private boolean carried;
    private boolean shell;
    private int owner;
    private int dataOf = -1;
    private boolean data;
    /// Where the look at a pipeline ended, and what it found: each command of the same pipeline is told the same.
    private int pipelineEnd = -1;
    private boolean filtered;

    /// @param substituted whether what the words print is put into another command
    Position(Words words, boolean substituted) {
        this.words = words;
        this.substituted = substituted;
    }

    static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /// @param roles the next word's
    void moveTo(int next, int roles) {
        var knownBefore = known;
        known = roles != 0;
        index = next;
        var word = words.get(next);
        if (word.begins()) {
            first = next;
            begins = true;
            carried = false;
            shell = false;
            owner = next;
            return;
        }
        var before = words.get(next - 1);
        if (!begins || before.isPlain() && !knownBefore && !isNumber(before)) {
            begins = carried;
            return;
        }
        shell = shell || SHELLS.contains(before.program()) || before.program().equals("eval");
        var starts = begins && isPassed(before);
        carried = carried || begins && CARRIERS.contains(before.program());
        begins = starts || begins && before.isFlag() || carried || begins && isNumber(before);
        if (starts || begins && !carried) {
            owner = next;
        }
    }

    private static boolean isPassed(Word word) {
        return STARTERS.contains(word.program()) || CARRIERS.contains(word.program()) || word.text().indexOf('=') > 0;
    }

    private static boolean isNumber(Word word) {
        return Character.isDigit(word.text().isEmpty() ? ' ' : word.text().charAt(0)) || word.text().equals("*");
    }

    /// Whether the word may name a program, as far as can be told.
    boolean begins() {
        return begins;
    }

    /// Whether nothing but wrappers stands before it, so that it must name a program.
    boolean isProgram() {
        return owner == index;
    }

    /// Whether the command runs its argument as a shell's script.
    boolean isShell() {
        return shell;
    }

    /// Whether the command only tells, or looks for, what its quoted arguments say; not when that goes into a file or another program.
    boolean isData(Word word) {
        if (index == first) {
            return false;
        }
        if (dataOf != first) {
            dataOf = first;
            data = tells() && stays();
        }
        return data;
    }

    /// Whether it is an argument of such a command that takes no flag or file that matters.
    boolean isTold(Word word) {
        return isData(word) && TELLERS.contains(words.get(first).program());
    }

    private boolean tells() {
        var program = words.get(first);
        if (TELLERS.contains(program.program())) {
            return program.text().equals(program.lower()) && !(substituted && PRINTERS.contains(program.program()));
        }
        var next = first + 1 < words.commandEnd(first) ? words.get(first + 1).lower() : "";
        return program.program().equals("git") && TOLD.contains(next)
                || program.program().equals("gh") && TOLD_OF.contains(next);
    }

    private boolean stays() {
        var end = words.commandEnd(first);
        for (var i = first; i < Math.min(end, first + 256); i++) {
            var target = words.get(i);
            if (target.redirect() == '>' && !target.text().equals("/dev/null") && !isDigit(target)
                    && !isNote(target.lower())) {
                return false;
            }
        }
        return isFiltered(end);
    }

    /// Whether nothing but filters stands in the rest of a pipeline.
    private boolean isFiltered(int from) {
        if (from <= pipelineEnd) {
            return filtered;
        }
        var end = from;
        while (isPiped(end) && FILTERS.contains(words.get(end).program())) {
            end = words.commandEnd(end);
        }
        pipelineEnd = end;
        filtered = !isPiped(end);
        return filtered;
    }

    private boolean isPiped(int command) {
        return command < words.size() && words.get(command).before() == Gap.PIPE;
    }

    private static boolean isNote(String file) {
        return file.endsWith(".md") || file.endsWith(".txt")
                || file.endsWith(".log") && !file.startsWith("/var/") || file.endsWith("/dev/stderr");
    }

    private static boolean isDigit(Word word) {
        return word.text().length() == 1 && Character.isDigit(word.text().charAt(0));
    }
}
