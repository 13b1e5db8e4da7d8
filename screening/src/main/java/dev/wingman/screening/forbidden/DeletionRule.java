package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Deletion of whole trees, and of everything that a pattern or a pipe happens to name.
final class DeletionRule implements Rule {
    private static final Set<String> EVERYTHING = Set.of("/", "/*", "*", "~", "~/", "~/*", "./*", "$HOME", "$HOME/*",
            ".", "..");
    private static final Set<String> EXECUTING = Set.of("-exec", "-execdir", "-ok", "-okdir");
    private static final Set<String> DELETERS = Set.of("rm", "unlink", "shred", "rmdir");

    @Override
    public Set<String> programs() {
        return Set.of("rm", "find", "xargs", "rimraf", "del", "rd", "remove-item", "rsync", "shutil.rmtree", "rmtree");
    }

    @Override
    public void judge(Command command, Consumer<Found> found) {
        offence(command).ifPresent(word -> found.accept(Action.RECURSIVE_DELETE.from(command.program(), word)));
        if (command.name().equals("rm")) {
            command.first(word -> !word.text().startsWith("--") && word.isFlag('f', "force"))
                    .ifPresent(word -> found.accept(Action.FORCE_FLAG.from(command.program(), word)));
        }
    }

    private static Optional<Word> offence(Command command) {
        return switch (command.name()) {
            case "rm" -> command.flag('r', "recursive").or(() -> command.flag('R', "recursive"))
                    .or(() -> command.first(word -> EVERYTHING.contains(word.text())));
            case "find" -> command.first(word -> word.lower().equals("-delete")).or(() -> executed(command));
            case "xargs" -> command.first(word -> DELETERS.contains(word.program()));
            case "rsync" -> command.first(word -> word.lower().startsWith("--delete"));
            case "del", "rd" -> command.first(word -> word.lower().equals("/s"));
            case "remove-item" -> command.first(word -> word.lower().startsWith("-rec"));
            case "rimraf" -> command.first(word -> word.text().contains("/") || word.isFlag());
            default -> Optional.of(command.program());
        };
    }

    private static Optional<Word> executed(Command find) {
        return find.first(word -> EXECUTING.contains(word.lower()))
                .flatMap(_ -> find.first(word -> DELETERS.contains(word.program())));
    }
}
