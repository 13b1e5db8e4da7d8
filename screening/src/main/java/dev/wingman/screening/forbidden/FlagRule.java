package dev.wingman.screening.forbidden;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Flags that overrule a safeguard, of whatever program, and the Docker socket by whatever path.
final class FlagRule {
    private static final List<String> FORCING = List.of("--force", "--no-verify", "--no-preserve-root",
            "--yes-i-really-mean-it",
            "--skip-verify", "--disable-protection");
    private static final List<String> HARMLESS = List.of("--force-color", "--force-colour", "--force-exclude",
            "--force-reinstall");
    private static final Set<String> AFTER_DASHES = Set.of("force", "no-verify", "no-preserve-root");

    private FlagRule() {}

    static void judge(List<Word> words, int index, Consumer<Found> found) {
        var word = words.get(index);
        var text = word.lower();
        if (FORCING.stream().anyMatch(text::startsWith) && HARMLESS.stream().noneMatch(text::startsWith)) {
            found.accept(Action.FORCE_FLAG.from(word, word));
        } else if (text.equals("--") && index + 1 < words.size()
                && AFTER_DASHES.contains(words.get(index + 1).lower())) {
            found.accept(Action.FORCE_FLAG.from(word, words.get(index + 1)));
        } else if (text.contains("docker.sock")) {
            found.accept(Action.DOCKER_SOCKET.from(word, word));
        }
    }
}
