package dev.wingman.client.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import dev.wingman.client.Reply;

/// The `wingman` command: assembles the subcommands of all modules.
@Command(name = "wingman", sortOptions = false, customSynopsis = "wingman [-hV] COMMAND [OPTIONS]", description = "No instruction runs unchecked, no claim goes unverified, no destructive step happens without a named human's yes.", footer = {
        "", "A command's options: wingman help COMMAND",
        "Exit codes: 0 yes; 1 the answer is no (rejected, FALSE, not verified); 2 usage;",
        "  3 not allowed (no or wrong token, role, or locked); 4 not reachable or unavailable.",
        "Environment: WINGMAN_URL, WINGMAN_TOKEN, WINGMAN_TOKEN_FILE, WINGMAN_STATE, NO_COLOR."})
public final class Wingman implements Callable<Integer> {
    private Wingman() {}

    /// Runs one command line and ends the process with its exit code.
    public static void main(String... arguments) {
        var asked = asked(arguments);
        System.exit(commandLine(Surroundings.ofProcess().colours(), asked).execute(asked));
    }

    /// `help COMMAND` asks for what `COMMAND --help` tells.
    static String[] asked(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("help")
                ? Stream.concat(Arrays.stream(arguments).skip(1), Stream.of("--help")).distinct().toArray(String[]::new)
                : arguments;
    }

    /// Reading a command's options takes longer than all else, so it is done for the command that is asked for only; for all when
    /// there is none of that name, to tell which one was meant.
    static CommandLine commandLine(boolean colours, String... arguments) {
        var line = new CommandLine(new Wingman());
        var all = sources();
        var wanted = Arrays.stream(arguments).findFirst().filter(word -> !word.startsWith("-"));
        var known = wanted
                .filter(name -> all.values().stream().flatMap(List::stream).anyMatch(one -> nameOf(one).equals(name)));
        all.values().stream().flatMap(List::stream)
                .filter(one -> known.isPresent() ? nameOf(one).equals(known.get()) : wanted.isPresent())
                .forEach(one -> line.addSubcommand(nameOf(one), one));
        // help of a command that there is not is none
        if (known.isPresent() || wanted.isEmpty()) {
            withHelp(line);
        }
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, _ -> grouped(all));
        return line.setColorScheme(Help.defaultColorScheme(colours ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(Wingman::misused)
                .setExecutionExceptionHandler(Wingman::failed);
    }

    /// Without a command there is nothing to do but to say which there are.
    @Override
    public Integer call() {
        commandLine(false).usage(System.err);
        return ExitCode.USAGE.code();
    }

    /// The next step of a call that may already be a no.
    static <T, U> Reply<U> then(Reply<T> reply, Function<T, Reply<U>> next) {
        return reply.then(next);
    }

    private static void withHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).version("wingman 0.1.0");
        line.getSubcommands().values().forEach(Wingman::withHelp);
    }

    private static Map<String, List<Object>> sources() {
        var groups = new LinkedHashMap<String, List<Object>>();
        var sources = new ArrayList<>(List.of(EverydayCommands.worker(), EverydayCommands.operator(),
                EverydayCommands.reader(), EverydayCommands.admin()));
        ServiceLoader.load(Commands.class).forEach(sources::add);
        sources.forEach(
                source -> groups.computeIfAbsent(source.group(), _ -> new ArrayList<>()).addAll(source.commands()));
        return groups;
    }

    private static String grouped(Map<String, List<Object>> groups) {
        var text = new StringBuilder();
        groups.forEach((heading, commands) -> {
            text.append("%n%s:%n".formatted(heading));
            commands.forEach(one -> text.append("  %-10s %s%n".formatted(nameOf(one), summaryOf(one))));
        });
        return text.toString();
    }

    private static String nameOf(Object command) {
        return annotationOf(command).name();
    }

    private static String summaryOf(Object command) {
        var description = annotationOf(command).description();
        return description.length == 0 ? "" : description[0];
    }

    private static Command annotationOf(Object command) {
        var annotation = command.getClass().getAnnotation(Command.class);
        if (annotation == null) {
            throw new IllegalArgumentException(command.getClass().getName() + " is no command: it lacks @Command");
        }
        return annotation;
    }

    /// One line that names the fault and where to read on.
    private static int misused(ParameterException fault, String[] arguments) {
        var line = fault.getCommandLine();
        var name = line.getCommandSpec().qualifiedName();
        var err = line.getErr();
        err.println(name + ": " + what(fault) + ". See: " + name + " --help");
        return ExitCode.USAGE.code();
    }

    private static String what(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "no such command or argument: "
                    + unmatched.getUnmatched().stream().filter(word -> !word.equals("--help"))
                            .collect(Collectors.joining(" "))
                    + unmatched.getSuggestions().stream().findFirst().map(known -> "; did you mean " + known + "?")
                            .orElse("");
        }
        return firstLine(fault);
    }

    /// Whatever broke, the answer is not known.
    private static int failed(Exception fault, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + firstLine(fault));
        if (System.getenv("WINGMAN_DEBUG") != null) {
            fault.printStackTrace(err);
        }
        return ExitCode.UNAVAILABLE.code();
    }

    private static String firstLine(Exception fault) {
        var message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
