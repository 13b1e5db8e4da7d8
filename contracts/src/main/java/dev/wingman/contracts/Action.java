package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What an instruction would do to the world.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Action.None.class, name = "none"),
        @JsonSubTypes.Type(value = Action.Drill.class, name = "drill"),
        @JsonSubTypes.Type(value = Action.Command.class, name = "command")})
public sealed interface Action {

    /// Ordinary work.
    record None() implements Action {}

    /// A DR drill of a compose project or of named containers, one of the two.
    record Drill(Optional<String> project, List<String> containers) implements Action {
        public Drill {
            containers = containers == null ? List.of() : List.copyOf(containers);
            if (project.isPresent() != containers.isEmpty()) {
                throw new IllegalArgumentException("a drill names a project or containers, one of the two");
            }
        }
    }

    /// A command that the worker runs itself once it redeemed the approval; never a shell string.
    ///
    /// @param scriptSha256 64 hex digits of the script's SHA-256, where `argv` runs one
    record Command(List<String> argv, String cwd, Optional<String> scriptSha256) implements Action {
        public Command {
            argv = List.copyOf(argv);
            if (argv.isEmpty() || argv.getFirst().isBlank()) {
                throw new IllegalArgumentException("a command has at least one word in argv");
            }
        }
    }
}
