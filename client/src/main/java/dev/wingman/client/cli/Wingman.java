package dev.wingman.client.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import dev.wingman.client.Reply;

/// The `wingman` command: assembles the subcommands of all modules.
@Command(name = "wingman", sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "No instruction runs unchecked, no claim goes unverified, no destructive step happens without a named human's yes.", footer = {
        "", "Exit codes: 0 yes; 1 the answer is no (rejected, FALSE, not verified); 2 usage;",
        "  3 not allowed (no or wrong token, role, or locked); 4 not reachable or unavailable.",
        "Environment: WINGMAN_URL, WINGMAN_TOKEN, WINGMAN_TOKEN_FILE, WINGMAN_STATE, NO_COLOR."})
public final class Wingman {
    private Wingman() {}

    /// Runs one command line and ends the process with its exit code.
    public static void main(String... arguments) {
        System.exit(commandLine(Surroundings.ofProcess().colours()).execute(arguments));
    }

    static CommandLine commandLine(boolean colours) {
        var line = new CommandLine(new Wingman());
        var groups = new LinkedHashMap<String, List<CommandSpec>>();
        var sources = new ArrayList<>(List.of(EverydayCommands.worker(), EverydayCommands.reader()));
        ServiceLoader.load(Commands.class).forEach(sources::add);
        for (var source : sources) {
            for (var command : source.commands()) {
                var added = CommandSpec.forAnnotatedObject(command);
                line.addSubcommand(added.name(), added);
                groups.computeIfAbsent(source.group(), _ -> new ArrayList<>()).add(added);
            }
        }
        withHelp(line);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, _ -> grouped(groups));
        return line.setColorScheme(Help.defaultColorScheme(colours ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(Wingman::misused)
                .setExecutionExceptionHandler(Wingman::failed);
    }

    /// The next step of a call that may already be a no.
    static <T, U> Reply<U> then(Reply<T> reply, Function<T, Reply<U>> next) {
        return switch (reply) {
            case Reply.Ok(var value, _) -> next.apply(value);
            case Reply.No(var refusal) -> new Reply.No<>(refusal);
        };
    }

    private static void withHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).version("wingman 0.1.0");
        line.getSubcommands().values().forEach(Wingman::withHelp);
    }

    private static String grouped(Map<String, List<CommandSpec>> groups) {
        var text = new StringBuilder();
        groups.forEach((heading, commands) -> {
            text.append("%n%s:%n".formatted(heading));
            commands.forEach(command -> text.append("  %-10s %s%n".formatted(command.name(), summary(command))));
        });
        return text.toString();
    }

    private static String summary(CommandSpec command) {
        var description = command.usageMessage().description();
        return description.length == 0 ? "" : description[0];
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
            return "no such command or argument: " + String.join(" ", unmatched.getUnmatched())
                    + unmatched.getSuggestions().stream().findFirst().map(known -> "; did you mean " + known + "?")
                            .orElse("");
        }
        return firstLine(fault);
    }

    private static int failed(Exception fault, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + firstLine(fault));
        if (System.getenv("WINGMAN_DEBUG") != null) {
            fault.printStackTrace(err);
        }
        return fault instanceof UncheckedIOException ? ExitCode.UNAVAILABLE.code() : ExitCode.NO.code();
    }

    private static String firstLine(Exception fault) {
        var message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
