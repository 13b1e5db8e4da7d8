package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Removal by Docker, Compose and their kin, with global flags in front or not.
final class ContainerRule implements Rule {
    private static final Set<String> TAKING_VALUE = Set.of("-H", "--host", "-c", "--context", "--config", "-l",
            "--log-level",
            "--tlscacert", "--tlscert", "--tlskey", "-f", "--file", "-p", "--project-name", "--profile", "--env-file",
            "--project-directory", "--parallel", "--progress", "--ansi", "--url", "--connection", "--namespace", "-n");
    private static final Set<String> REMOVALS = Set.of("rm", "remove", "rmi", "prune");
    private static final Set<String> OBJECTS = Set.of("container", "image", "volume", "network", "system", "builder",
            "buildx",
            "stack", "service", "secret", "config", "node", "plugin", "context", "pod", "machine");

    @Override
    public Set<String> programs() {
        return Set.of("docker", "podman", "nerdctl", "docker-compose", "podman-compose");
    }

    @Override
    public void judge(Command docker, Consumer<Found> found) {
        removal(docker).ifPresent(removal -> {
            found.accept(Action.CONTAINER_REMOVAL.from(docker.program(), removal.program()));
            removal.first(word -> !word.text().startsWith("--") && word.isFlag('f', "force"))
                    .ifPresent(force -> found.accept(Action.FORCE_FLAG.from(docker.program(), force)));
        });
    }

    private static Optional<Command> removal(Command docker) {
        if (docker.name().endsWith("-compose")) {
            return composeRemoval(docker);
        }
        return docker.subcommand(TAKING_VALUE).flatMap(sub -> {
            if (sub.name().equals("compose")) {
                return composeRemoval(sub);
            }
            if (OBJECTS.contains(sub.name())) {
                return sub.subcommand(TAKING_VALUE).filter(verb -> REMOVALS.contains(verb.name()));
            }
            return Optional.of(sub).filter(verb -> REMOVALS.contains(verb.name()) || leavesSwarm(verb));
        });
    }

    private static Optional<Command> composeRemoval(Command compose) {
        return compose.subcommand(TAKING_VALUE).filter(verb -> Set.of("down", "rm").contains(verb.name()));
    }

    private static boolean leavesSwarm(Command verb) {
        return verb.name().equals("swarm") && verb.first(word -> word.lower().equals("leave")).isPresent();
    }
}
