package dev.wingman.screening.indirect;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Code that is put together where it is run: `os.system(chr(114) + …)`, `exec(bytes.fromhex(…))`, `getattr(os, 'rem' + 'ove')(…)`. What
/// it does cannot be read. In a script that stands in a command line nothing but what is written there may be run.
public final class Assembled {
    private static final Lexicon TABLE = Lexicon.beside(Assembled.class, "code.tsv");
    private static final Set<String> RUNNERS = TABLE.list("runners");
    private static final Set<String> EVALUATORS = TABLE.list("evaluators");
    private static final Set<String> REFLECTIVE = TABLE.list("reflective");
    private static final Set<String> NAMES = Stream.of(RUNNERS, EVALUATORS, REFLECTIVE).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> MAKERS = TABLE.list("makers");
    /// Flags by which nobody but a destroyer is told.
    private static final Set<String> TELLING = Set.of("-rf", "-fr", "-rvf", "-rfv", "--no-preserve-root");
    private static final Set<String> INTERPRETERS = Set.of("python", "python2", "python3", "perl", "ruby", "node",
            "nodejs", "deno", "bun", "php", "lua", "luajit", "rscript", "julia", "groovy");
    private static final Set<String> SCRIPTS = Set.of("-c", "-e", "-E", "-r", "-p", "-pe", "-ne", "-le", "-lane",
            "--eval", "--execute", "--print");
    /// Those that need no bracket in Perl and Ruby.
    private static final Set<String> BARE = Set.of("eval", "exec", "system");
    private static final Set<String> TURNED = Set.of("reverse", "join", "reversed");
    private static final int ARGUMENTS = 12;
    private static final int REACH = 8;
    /// The quotes and the comma that a name in one piece has around it.
    private static final int DRESS = 3;
    private static final int BRACKETS = 2;

    private Assembled() {}

    /// Whether a name, or its last part, may be that of such a call.
    public static boolean about(String program) {
        return NAMES.contains(last(program));
    }

    /// All names that may begin such a call.
    public static Set<String> names() {
        return NAMES;
    }

    /// Whether a quoted argument is the script of an interpreter: `python3 -c '…'`.
    public static boolean isScript(Words words, int index) {
        if (index == 0 || words.get(index).begins() || !SCRIPTS.contains(words.get(index - 1).text())) {
            return false;
        }
        for (var i = index - 1; i >= 0 && i > index - REACH; i--) {
            var program = words.get(i).program();
            if (INTERPRETERS.contains(program) || program.startsWith("python3.")) {
                return true;
            }
            if (words.get(i).begins()) {
                return false;
            }
        }
        return false;
    }

    /// Whether a variable is called as a function in a script, with what is not written there: `$f($c)` of PHP.
    public static boolean isVariableCalled(Words words, int index) {
        return words.get(index).unknown() && words.get(index).text().startsWith("$") && isCalled(words, index)
                && !isLiteral(words.get(index + 1));
    }

    /// Judges a call.
    ///
    /// @param script whether it stands in a script that is an argument itself
    /// @param known whether a name stands for a text that the script gave it
    public static Optional<Offence> judge(Words words, int index, boolean script,
            Predicate<String> known) {
        var word = words.get(index);
        var name = last(word.program());
        if (!isCalled(words, index)) {
            return BARE.contains(name) && isHandedOn(words, index, script)
                    ? unreadable(word, words.get(index + 1))
                    : Optional.empty();
        }
        var first = words.get(index + 1);
        var written = isLiteral(first);
        if (script && EVALUATORS.contains(name) && !written && !known.test(first.text()) && isCode(word, name)
                || RUNNERS.contains(name) && isCode(word, name) && isMade(words, index)
                || RUNNERS.contains(name) && !written && isTelling(words, index)
                || REFLECTIVE.contains(name) && isInPieces(words, index)) {
            return unreadable(word, first);
        }
        return Optional.empty();
    }

    /// `eval pack("H*", …)`, and in a script `exec @ARGV`: Perl and Ruby need no bracket.
    private static boolean isHandedOn(Words words, int index, boolean script) {
        if (index + 1 >= words.size() || words.get(index + 1).isQuoted()) {
            return false;
        }
        var next = words.get(index + 1);
        return isMaker(next) && isCalled(words, index + 1)
                || script && ("$@".indexOf(next.text().isEmpty() ? ' ' : next.text().charAt(0)) >= 0
                        || TURNED.contains(next.program()) || isMade(words, index));
    }

    /// `function (x)` declares and `json.load(x)` reads; only `new Function(…)` and Lua's `load(…)` run.
    private static boolean isCode(Word word, String name) {
        return switch (name) {
            case "function" -> word.text().equals("Function");
            case "load" -> word.text().equals(name);
            default -> true;
        };
    }

    private static boolean isCalled(Words words, int index) {
        var next = index + 1;
        return next < words.size() && words.get(next).before() == Gap.CODE
                && words.get(next).start() - words.get(index).end() <= BRACKETS && !isInlineCode(words, next);
    }

    /// "run `ls`": a backtick, not a bracket, stands before it.
    private static boolean isInlineCode(Words words, int index) {
        return words.codeEnd(index) >= 0 && words.codeBegin(index) == index;
    }

    private static boolean isMade(Words words, int index) {
        for (var i = index + 1; i < end(words, index); i++) {
            var program = words.get(i).program();
            if (isMaker(words.get(i))
                    && (isCalled(words, i) || program.equals("chr")
                            || MAKERS.contains(program) && program.contains("."))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name is that of a call which makes a text.
    public static boolean makes(String name) {
        return MAKERS.contains(name);
    }

    private static boolean isMaker(Word word) {
        return MAKERS.contains(last(word.program())) || MAKERS.contains(word.program());
    }

    private static boolean isTelling(Words words, int index) {
        for (var i = index + 2; i < end(words, index); i++) {
            if (TELLING.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /// `'rem' + 'ove'` takes more room than its letters and two quotes.
    private static boolean isInPieces(Words words, int index) {
        for (var i = index + 1; i < Math.min(end(words, index), index + 5); i++) {
            var word = words.get(i);
            if (isLiteral(word) && word.text().length() > 1 && word.isPlain()
                    && word.end() - word.start() > word.text().length() + DRESS
                    || isMaker(word) && isCalled(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static int end(Words words, int index) {
        var end = index + 1;
        while (end < words.size() && end < index + ARGUMENTS && words.get(end).before().isWithinSentence()) {
            end++;
        }
        return end;
    }

    /// A quoted text, a symbol or a number.
    private static boolean isLiteral(Word word) {
        return word.isQuoted() && !word.unknown()
                || !word.text().isEmpty() && (word.text().charAt(0) == ':' || Character.isDigit(word.text().charAt(0)));
    }

    private static String last(String program) {
        return program.substring(Math.max(program.lastIndexOf('.'), program.lastIndexOf(':')) + 1);
    }

    private static Optional<Offence> unreadable(Word first, Word last) {
        return Optional.of(Action.UNREADABLE_COMMAND.from(first, last));
    }
}
