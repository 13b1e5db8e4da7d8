package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Git commands after which a commit, a branch or uncommitted work cannot be found again.
final class GitRule implements Rule {
    private static final Set<String> TAKING_VALUE = Set.of("-C", "-c", "--git-dir", "--work-tree", "--namespace",
            "--exec-path");

    @Override
    public Set<String> programs() {
        return Set.of("git");
    }

    @Override
    public void judge(Command git, Consumer<Found> found) {
        git.subcommand(TAKING_VALUE).ifPresent(sub -> {
            var force = switch (sub.name()) {
                case "push", "checkout", "switch", "rm", "tag", "mv" -> sub.first(GitRule::shortForce);
                case "commit" -> sub.first(word -> word.text().equals("-n"));
                default -> Optional.<Word>empty();
            };
            force.ifPresent(word -> found.accept(Action.FORCE_FLAG.from(git.program(), word)));
            loss(sub).ifPresent(word -> found.accept(Action.GIT_HISTORY_LOSS.from(git.program(), word)));
        });
    }

    private static Optional<Word> loss(Command sub) {
        return switch (sub.name()) {
            case "push" -> sub.first(GitRule::pushesLoss);
            case "reset" -> sub.first(word -> word.lower().equals("--hard"));
            case "clean" -> sub.flag('f', "force").or(() -> sub.flag('x', "x"));
            case "branch" ->
                sub.first(word -> word.isFlag() && !word.text().startsWith("--") && word.text().indexOf('D') > 0);
            case "filter-branch", "filter-repo" -> Optional.of(sub.program());
            case "reflog" -> sub.first(word -> Set.of("expire", "delete").contains(word.lower()));
            case "gc" -> sub.first(word -> word.lower().startsWith("--prune"));
            case "update-ref" -> sub.flag('d', "delete");
            case "stash" -> sub.first(word -> Set.of("drop", "clear").contains(word.lower()));
            default -> Optional.empty();
        };
    }

    private static boolean shortForce(Word word) {
        return !word.text().startsWith("--") && word.isFlag('f', "force");
    }

    private static boolean pushesLoss(Word word) {
        var text = word.text();
        return text.length() > 1 && (text.startsWith("+") || text.startsWith(":"))
                || Set.of("--mirror", "--delete", "--prune", "-d").contains(text);
    }
}
