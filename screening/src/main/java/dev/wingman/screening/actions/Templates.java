package dev.wingman.screening.actions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All lines of `actions.tsv`, by program.
public final class Templates {
    private static final Map<String, Program> BY_PROGRAM = load();
    private static final Program NONE = Program.of(List.of());

    private Templates() {}

    /// The lines about one program, in the order of the file: a command is judged by those alone that its first operand leaves possible.
    ///
    /// @param all every line
    /// @param others those that ask for no certain operand first
    /// @param byOperand for each operand that a line asks for first, these lines and the others
    private record Program(List<Template> all, List<Template> others, Map<String, List<Template>> byOperand) {
        static Program of(List<Template> all) {
            var operands = all.stream().flatMap(template -> template.operands().stream()).distinct();
            return new Program(all, all.stream().filter(template -> template.operands().isEmpty()).toList(),
                    operands.collect(Collectors.toUnmodifiableMap(operand -> operand, operand -> all.stream()
                            .filter(template -> template.operands().isEmpty() || template.operands().contains(operand))
                            .toList())));
        }

        List<Template> about(Command command) {
            if (command.index() + 1 == command.end()) {
                return others;
            }
            var next = command.words().get(command.index() + 1);
            return next.isFlag() || next.redirect() != ' ' ? all : byOperand.getOrDefault(next.lower(), others);
        }
    }

    /// All programs that a line is about.
    public static Set<String> programs() {
        return BY_PROGRAM.keySet();
    }

    /// Whether any line is about the program.
    public static boolean about(String program) {
        return BY_PROGRAM.containsKey(program);
    }

    /// Whether a name is a pattern, as file names have it.
    public static boolean isPattern(String name) {
        return Glob.isPattern(name);
    }

    /// The programs that a pattern may stand for.
    public static List<String> like(String pattern) {
        return BY_PROGRAM.keySet().stream().filter(program -> Glob.matches(pattern, program)).sorted().toList();
    }

    /// What a command is by each line about its program, each action once.
    public static void judge(Command command, Consumer<Offence> found) {
        Optional<Action> before = Optional.empty();
        for (var template : BY_PROGRAM.getOrDefault(command.name(), NONE).about(command)) {
            if (before.filter(template.action()::equals).isPresent()) {
                continue;
            }
            var last = template.match(command);
            if (last.isPresent()) {
                found.accept(template.action().from(command.program(), last.get()));
                before = Optional.of(template.action());
            }
        }
    }

    private static Map<String, Program> load() {
        var byProgram = new HashMap<String, List<Template>>();
        var names = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Templates.class.getResourceAsStream("actions.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var columns = line.split("\t", 2);
                var terms = named(columns[1], names);
                if (columns[0].startsWith("=")) {
                    names.put(columns[0].substring(1), terms);
                } else {
                    add(Action.valueOf(columns[0].toUpperCase(Locale.ROOT).replace('-', '_')), terms.split(" +"),
                            byProgram);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("actions.tsv cannot be read", e);
        }
        return byProgram.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, lines -> Program.of(lines.getValue())));
    }

    private static String named(String text, Map<String, String> names) {
        var replaced = text;
        for (var name : names.entrySet()) {
            replaced = replaced.replace("{" + name.getKey() + "}", name.getValue());
        }
        return replaced;
    }

    private static void add(Action action, String[] terms, Map<String, List<Template>> byProgram) {
        var begins = terms[0].startsWith("^");
        var rest = new String[terms.length - 1];
        System.arraycopy(terms, 1, rest, 0, rest.length);
        var template = Template.of(action, begins, rest);
        for (var program : (begins ? terms[0].substring(1) : terms[0]).split("\\|")) {
            byProgram.computeIfAbsent(program, _ -> new ArrayList<>()).add(template);
        }
    }
}
