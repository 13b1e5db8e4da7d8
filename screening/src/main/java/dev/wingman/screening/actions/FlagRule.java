package dev.wingman.screening.actions;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Words;

/// Words that are an action by themselves, of whatever program: flags that overrule a safeguard, and the socket of a container engine.
public final class FlagRule {
    static final Lexicon WORDS = Lexicon.beside(FlagRule.class, "flags.tsv");
    private static final Set<String> FORCING = WORDS.list("forcing");
    private static final Set<String> HARMLESS = WORDS.list("harmless");
    private static final Set<String> AFTER_DASHES = WORDS.list("after-dashes");
    private static final Set<String> SOCKETS = WORDS.list("sockets");
    private static final Set<String> MAKING = WORDS.list("making");
    private static final Set<String> ONE = WORDS.list("one");
    private static final Set<String> FLAGS = WORDS.list("flags");
    private static final Set<String> OURS = WORDS.list("ours");
    private static final Set<String> TOOLS = WORDS.list("tools");
    private static final Set<String> ENDS = WORDS.list("ends-proposal");

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
        if (text.startsWith("tf_cli_args") && text.contains("-destroy")) {
            return Optional.of(Action.INFRASTRUCTURE_DESTROY.from(word, word));
        }
        if (text.startsWith("/etc/init.d/") && index + 1 < words.size()
                && words.get(index + 1).lower().equals("stop")) {
            return Optional.of(Action.SYSTEM_CHANGE.from(word, words.get(index + 1)));
        }
        return WriteRule.judge(words, index);
    }

    /// "Add a --force flag to our CLI": the flag is made, not used.
    private static boolean isProposed(Words words, int index) {
        var verb = index - 1;
        while (verb > 0 && verb > index - 4 && ONE.contains(
                words.get(verb).lower())) {
            verb--;
        }
        if (verb < 0 || verb == index - 1
                || !MAKING.contains(words.get(verb).lower())) {
            return false;
        }
        var next = index + 1;
        next += next < words.size() && FLAGS.contains(words.get(next).lower()) ? 1 : 0;
        if (next + 1 >= words.size() || !Set.of("to", "for").contains(words.get(next).lower())) {
            return false;
        }
        next += OURS.contains(words.get(next + 1).lower()) ? 2 : 1;
        return next < words.size() && TOOLS.contains(words.get(next).lower())
                && (next + 1 == words.size() || !words.get(next + 1).before().isWithinSentence()
                        || ENDS.contains(words.get(next + 1).lower()));
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
}
