package dev.wingman.client.cli;

import java.io.Console;
import java.util.Optional;

/// Whoever sits in front of the terminal.
interface Human {
    /// What he answers; empty when nobody sits there.
    Optional<String> asked(String question);

    static Human atTheTerminal() {
        return question -> Optional.ofNullable(System.console()).filter(Console::isTerminal)
                .map(console -> Optional.ofNullable(console.readLine("%s ", question)).orElse(""));
    }
}
