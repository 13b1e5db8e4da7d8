package dev.wingman.screening.actions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.shell.Word;

/// One line of `actions.tsv`: a command, term by term.
///
/// @param action what such a command is
/// @param begins whether the program counts only where a command begins, since its name is an English word
/// @param terms what follows the program
record Template(Action action, boolean begins, List<Term> terms) {
    /// One term: a sign that says where to look, and the patterns of which one must fit;
    /// `exact` holds the patterns without a star, `globs` the others.
    record Term(char sign, boolean absent, Flags flags, Set<String> exact, List<Glob> globs) {
        static Term of(String written) {
            var absent = written.startsWith("!");
            var text = (absent ? written.substring(1) : written).replace('␣', ' ');
            var sign = text.charAt(0);
            var plain = "~@=>".indexOf(sign) >= 0;
            var patterns = List.of((plain ? text.substring(1) : text).split("\\|"));
            var parted = patterns.stream().collect(Collectors.partitioningBy(Glob::isPattern));
            return new Term(plain || "-$".indexOf(sign) >= 0 ? sign : ' ', absent,
                    new Flags(patterns),
                    Set.copyOf(parted.getOrDefault(false, List.of())),
                    parted.getOrDefault(true, List.of()).stream().map(Glob::of).toList());
        }

        boolean fits(Word word) {
            if (exact.contains(word.lower())) {
                return true;
            }
            var letters = globs.isEmpty() ? 0 : Glob.letters(word.lower());
            for (var glob : globs) {
                if (glob.mayMatch(letters) && glob.matches(word.lower())) {
                    return true;
                }
            }
            return false;
        }
    }

    static Template of(Action action, boolean begins, String[] terms) {
        return new Template(action, begins, Arrays.stream(terms).map(Term::of).toList());
    }

    /// The operands of which one must stand first; none when anything else is asked for first.
    Set<String> operands() {
        var first = terms.isEmpty() ? null : terms.getFirst();
        return first == null || first.sign() != ' ' || first.absent() || !first.globs().isEmpty()
                ? Set.of()
                : first.exact();
    }

    /// The last word by which the command is this action.
    Optional<Word> match(Command command) {
        if (begins && !(command.begins() && command.program().text().equals(command.program().lower()))) {
            return Optional.empty();
        }
        var next = command.index() + 1;
        var last = command.program();
        for (var term : terms) {
            var operand = term.sign() == ' ' ? command.operand(next, term::fits) : -1;
            var word = switch (term.sign()) {
                case '-' -> command.flag(term.flags()::fit);
                case '~' -> command.any(term::fits);
                case '>' -> command.any(target -> target.redirect() == '>' && term.fits(target));
                case '@' -> command.last().filter(term::fits);
                case '=' -> command.last().filter(only -> isOnly(command) && term.fits(only));
                case '$' -> Optional.of(last).filter(_ -> isLast(command));
                default -> Optional.of(operand).filter(index -> index > 0).map(command.words()::get);
            };
            if (word.isPresent() == term.absent()) {
                return Optional.empty();
            }
            next = Math.max(next, operand + 1);
            last = word.filter(later -> later.end() > command.program().end()).orElse(last);
        }
        return Optional.of(last);
    }

    private static boolean isOnly(Command command) {
        return command.operands(2) == 1;
    }

    private static boolean isLast(Command command) {
        return command.operands(1) == 0;
    }
}
