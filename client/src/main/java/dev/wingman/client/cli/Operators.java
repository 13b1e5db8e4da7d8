package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.wingman.client.Answers.Page;

/// Who decides, and by which ways.
@Command(name = "operators", description = "Show who decides; link a Telegram user, enrol a second factor.", subcommands = {
        Operators.Link.class, Operators.Totp.class})
final class Operators implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Override
    public Integer call() {
        var screen = caller.screen();
        return screen.show(Wingman.then(caller.client("operator"), client -> client.approvals().operators()),
                _ -> ExitCode.YES, page -> say(page, screen));
    }

    private static void say(Page page, Screen screen) {
        if (page.items().isEmpty()) {
            screen.line("nobody is linked: each operator runs wingman operators link");
        }
        page.items().forEach(one -> screen.line(line(one)));
    }

    private static String line(JsonNode operator) {
        return String.join("  ", operator.properties().stream()
                .map(member -> member.getKey().replace('_', ' ') + " " + Screen.clean(member.getValue().asText()))
                .toList());
    }

    /// Proves to the bot who writes to it.
    @Command(name = "link", description = "Print a one-time code: send it to the bot as /link CODE.")
    static final class Link implements Callable<Integer> {
        @Mixin
        private final Caller caller = new Caller();

        @Override
        public Integer call() {
            var screen = caller.screen();
            return screen.show(Wingman.then(caller.client("operator"), client -> client.approvals().linkCode()),
                    _ -> ExitCode.YES,
                    code -> screen.line("send to the bot alone, from your own account: /link " + Screen.clean(code)));
        }
    }

    /// So that a stolen chat alone decides nothing critical.
    @Command(name = "totp", description = "Enrol the one-time codes that critical approvals by Telegram ask for.")
    static final class Totp implements Callable<Integer> {
        @Mixin
        private final Caller caller = new Caller();

        @Override
        public Integer call() {
            var screen = caller.screen();
            return screen.show(Wingman.then(caller.client("operator"), client -> client.approvals().secondFactor()),
                    _ -> ExitCode.YES, answer -> answer.properties().forEach(member -> screen
                            .line(member.getKey() + "  " + Screen.clean(member.getValue().asText()))));
        }
    }
}
