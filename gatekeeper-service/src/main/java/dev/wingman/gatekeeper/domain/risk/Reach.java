package dev.wingman.gatekeeper.domain.risk;

import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.shell.Word;

/// Whether a command reaches beyond a folder, however its program is spelled and whatever is put in front of it.
public final class Reach {

    private static final Lexicon WORDS = Lexicon.beside(Reach.class, "hazards.tsv");
    private static final Set<String> FAR = WORDS.list("far");
    private static final Set<String> WRAPPERS = WORDS.list("wrappers");
    /// What parts the words of an argument that a wrapper may read as a command of its own.
    private static final String BETWEEN = " \t\r\n;&|()`'\"$={}<>,";

    private Reach() {}

    /// Behind a wrapper each word may be the program: its flags take arguments that nobody can tell from it.
    public static boolean isFar(List<String> argv) {
        var program = program(argv.getFirst());
        return isOf(FAR, program)
                || isOf(WRAPPERS, program) && argv.stream().skip(1).anyMatch(Reach::namesOne);
    }

    private static boolean namesOne(String argument) {
        var words = new StringTokenizer(argument, BETWEEN);
        while (words.hasMoreTokens()) {
            if (isOf(FAR, program(words.nextToken()))) {
                return true;
            }
        }
        return false;
    }

    private static String program(String word) {
        return Word.argument(word, 0, true).program();
    }

    /// With its version or without: `python3.13` is python, `docker.io` docker, `psql-16` psql.
    private static boolean isOf(Set<String> programs, String name) {
        var end = 0;
        while (end < name.length() && name.charAt(end) != '.' && !Character.isDigit(name.charAt(end))) {
            end++;
        }
        while (end > 0 && name.charAt(end - 1) == '-') {
            end--;
        }
        return programs.contains(name) || programs.contains(name.substring(0, end));
    }
}
