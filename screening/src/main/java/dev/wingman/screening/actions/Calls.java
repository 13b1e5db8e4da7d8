package dev.wingman.screening.actions;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Calls whose name says what they destroy: `ec2.delete_volume(…)`, `client.terminateInstances(…)`, `User.objects.all().delete()`, and
/// PowerShell's `Remove-AzResourceGroup -Force`. No list of all libraries would ever be complete.
public final class Calls {
    private static final Lexicon WORDS = Lexicon.beside(Calls.class, "calls.tsv");
    private static final Set<String> DESTROYING = WORDS.list("destroying");
    private static final Set<String> OBJECTS = WORDS.list("objects");
    private static final Set<String> STORES = WORDS.list("stores");
    private static final Set<String> CMDLETS = WORDS.list("cmdlets");
    private static final Set<String> HARMLESS = WORDS.list("harmless");

    private static final Set<String> DROPPING = WORDS.list("dropping");
    private static final Set<String> PRUNED = WORDS.list("pruned");
    private static final Set<String> REMOVING = WORDS.list("removing");
    private static final Set<String> RECREATING = WORDS.list("recreating");
    private static final Set<String> FORCIBLY = Set.of("force");
    private static final Set<String> RECURSIVELY = Set.of("recursive", "force");
    private static final int ARGUMENTS = 12;
    /// A bracket and a quote.
    private static final int BRACKETS = 2;
    /// How long "=true" is.
    private static final int ASSIGNED = 5;
    private static final Set<String> ENDPOINTS = WORDS.list("endpoints");

    private Calls() {}

    /// Whether a word may be such a call.
    public static boolean about(String program) {
        return program.equals("fetch") || REMOVING.contains(program) || isTool(program)
                || program.lastIndexOf('.') >= 0
                || program.indexOf('-') > 0 && CMDLETS.contains(program.substring(0, program.indexOf('-')));
    }

    public static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        if (word.program().equals("fetch")) {
            return isFetch(words, index)
                    ? Optional.of(Action.INFRASTRUCTURE_DESTROY.from(word, word))
                    : Optional.empty();
        }
        if (isTool(word.program())) {
            return tool(words, index);
        }
        if (REMOVING.contains(word.program())) {
            return isImported(words, index)
                    ? Optional.of(Action.RECURSIVE_DELETE.from(word, words.get(index + 1)))
                    : Optional.empty();
        }
        var destroys = word.text().lastIndexOf('.') >= 0 ? isCall(words, index) : isCmdlet(words, index);
        return destroys ? Optional.of(Action.INFRASTRUCTURE_DESTROY.from(word, word)) : Optional.empty();
    }

    private static boolean isCall(Words words, int index) {
        var text = words.get(index).text();
        var method = text.substring(text.lastIndexOf('.') + 1);
        var called = index + 1 >= words.size() || words.get(index + 1).before() != Gap.SPACE;
        if (!called) {
            return false;
        }
        var receiver = text.substring(0, text.lastIndexOf('.'));
        if (method.equals("prune") && PRUNED.contains(receiver.substring(receiver.lastIndexOf('.') + 1))) {
            return true;
        }
        if (REMOVING.contains(method.toLowerCase(Locale.ROOT)) && isTold(words, index, RECURSIVELY)
                || RECREATING.contains(method) && isTold(words, index, FORCIBLY)
                || text.endsWith("Directory.Delete") && isTree(words, index)) {
            return true;
        }
        if (method.equals("del")) {
            return index > 1 && words.get(index - 2).program().equals("knex");
        }
        if (method.equals("delete")) {
            return text.endsWith(".query.delete") || text.startsWith(".") && index > 0 && isUnfiltered(words, index)
                    || index + 1 < words.size() && isEndpoint(words.get(index + 1).lower())
                    || index + 2 < words.size() && isEndpoint(words.get(index + 2).lower());
        }
        if (DROPPING.contains(method.toLowerCase(Locale.ROOT))) {
            return true;
        }
        var end = 0;
        while (end < method.length() && method.charAt(end) >= 'a' && method.charAt(end) <= 'z') {
            end++;
        }
        if (end == method.length() || !DESTROYING.contains(method.substring(0, end))) {
            return false;
        }
        var object = lastPart(method).toLowerCase(Locale.ROOT);
        return OBJECTS.contains(object) && !(method.startsWith("drop") && !STORES.contains(object));
    }

    /// `rm(path, { recursive: true })` of what a line before imported; a shell's `rm` has no bracket behind it.
    private static boolean isImported(Words words, int index) {
        return index + 1 < words.size() && words.get(index + 1).before() == Gap.CODE
                && words.get(index + 1).start() - words.get(index).end() <= BRACKETS
                && isTold(words, index, RECURSIVELY);
    }

    /// `fs.promises.rm(path, { recursive: true })`, `container.remove(force=True)`.
    private static boolean isTold(Words words, int index, Set<String> options) {
        for (var i = index + 1; i < Math.min(words.size(), index + ARGUMENTS); i++) {
            var text = words.get(i).lower();
            if (words.get(i).before().isNewLine() && i > index + 3 || words.get(i).before() == Gap.COMMAND
                    || text.equals("false")) {
                return false;
            }
            var assigned = (text.endsWith("=true") || text.endsWith(":true"))
                    && options.contains(text.substring(0, text.length() - ASSIGNED));
            if (assigned || options.contains(text) && i + 1 < words.size()
                    && words.get(i + 1).lower().equals("true")) {
                return true;
            }
        }
        return false;
    }

    /// `Directory.Delete(path, true)` of .NET.
    private static boolean isTree(Words words, int index) {
        for (var i = index + 2; i < Math.min(words.size(), index + ARGUMENTS); i++) {
            if (!words.get(i).before().isWithinSentence()) {
                return false;
            }
            if (words.get(i).lower().equals("true")) {
                return true;
            }
        }
        return false;
    }

    /// A tool of administration, by its name: `zookeeper-shell.sh`, `couchbase-cli`, `neo4j-admin`.
    private static boolean isTool(String program) {
        return program.length() > 4
                && (program.endsWith("-cli") || program.endsWith("-admin") || program.endsWith("ctl")
                        || program.endsWith("-client") || program.endsWith("-shell.sh") || program.equals("zkcli.sh"))
                && !Templates.about(program);
    }

    private static Optional<Offence> tool(Words words, int index) {
        for (var i = index + 1; i < Math.min(words.commandEnd(index), index + 12); i++) {
            var word = words.get(i).lower();
            var verb = word.startsWith("-") ? "" : word;
            if (DESTROYING.contains(verb) || verb.equals("deleteall") || verb.startsWith("delete-")
                    || verb.endsWith("-delete")
                    || verb.startsWith("destroy-") || verb.startsWith("drop-")) {
                return Optional.of(Action.INFRASTRUCTURE_DESTROY.from(words.get(index), words.get(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnfiltered(Words words, int index) {
        return words.get(index - 1).text().endsWith(".all") || words.get(index - 1).text().endsWith(".query")
                || index > 1 && words.get(index - 2).text().endsWith(".query");
    }

    private static boolean isEndpoint(String address) {
        return ENDPOINTS.stream().anyMatch(address::contains);
    }

    /// `fetch("/v1/databases/42", { method: "DELETE" })`.
    private static boolean isFetch(Words words, int index) {
        if (index + 1 >= words.size() || !isEndpoint(words.get(index + 1).lower())) {
            return false;
        }
        for (var i = index + 2; i < Math.min(words.size(), index + 12); i++) {
            if (words.get(i).text().equals("DELETE")) {
                return true;
            }
        }
        return false;
    }

    /// The last word of a name in camel case or with underscores.
    private static String lastPart(String name) {
        var begin = name.length() - 1;
        while (begin > 0 && name.charAt(begin) != '_' && !Character.isUpperCase(name.charAt(begin))) {
            begin--;
        }
        return name.substring(name.charAt(begin) == '_' ? begin + 1 : begin);
    }

    /// A verb and a noun, with an option as PowerShell writes them, or fed by a pipe.
    private static boolean isCmdlet(Words words, int index) {
        var word = words.get(index);
        if (HARMLESS.contains(word.program()) && word.before() != Gap.PIPE || word.program().startsWith("format-")
                || word.program().startsWith("clear-variable")) {
            return false;
        }
        if (word.before() == Gap.PIPE) {
            return word.program().startsWith("remove-") || word.program().startsWith("stop-");
        }
        for (var i = index + 1; i < Math.min(words.commandEnd(index), index + 8); i++) {
            var text = words.get(i).text();
            if (text.length() > 2 && text.charAt(0) == '-' && Character.isUpperCase(text.charAt(1))
                    && Character.isLowerCase(text.charAt(2))) {
                return !isRehearsed(words, index);
            }
        }
        return false;
    }

    private static boolean isRehearsed(Words words, int index) {
        for (var i = index + 1; i < words.commandEnd(index); i++) {
            if (words.get(i).lower().equals("-whatif")) {
                return true;
            }
        }
        return false;
    }
}
