package dev.wingman.auditor.domain;

import java.util.Optional;

import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.contracts.Predicate.Container;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Verdict;

/// One observation of a container against what is said of it. Where a second witness is asked for, the gateway's word alone never makes TRUE.
final class ContainerRules {

    private static final String UNREADABLE = "the second witness cannot read this host's cgroups";
    private static final String HEALTHY = "healthy";
    private static final String STARTING = "starting";

    private ContainerRules() {}

    static Ruling rule(Container said, ContainerSeen seen) {
        var state = state(said.state(), seen);
        if (state.verdict() == Verdict.FALSE) {
            return state;
        }
        var details = image(said, seen).or(() -> health(said, seen));
        return details.filter(ruling -> ruling.verdict() == Verdict.FALSE || state.verdict() == Verdict.TRUE)
                .orElse(state);
    }

    /// Whether it runs as said and only its health check has not ended yet.
    static boolean settles(Container said, ContainerSeen seen) {
        return said.state() == ContainerState.RUNNING && seen.status().equals("running")
                && said.health().filter(HEALTHY::equals).isPresent()
                && seen.health().filter(STARTING::equals).isPresent();
    }

    private static Ruling state(ContainerState said, ContainerSeen seen) {
        return switch (said) {
            case RUNNING -> seen.status().equals("running") ? alive(seen) : Ruling.refuted("it is not running");
            case EXITED -> seen.status().equals("exited")
                    ? dead(seen, "it has exited")
                    : Ruling.refuted("it has not exited");
            case ABSENT -> seen.status().equals("absent")
                    ? dead(seen, "there is no such container, as claimed")
                    : Ruling.refuted("it is there, although claimed absent");
        };
    }

    private static Ruling alive(ContainerSeen seen) {
        var upheld = Ruling.upheld("it is running");
        return seen.pulse().map(pulse -> switch (pulse) {
            case ALIVE -> upheld;
            case GONE -> Ruling.refuted("the gateway says that it is running, but its cgroup has no process");
            case NOT_FOUND -> Ruling.open("the second witness does not find its cgroup");
            case UNREADABLE -> Ruling.open(UNREADABLE);
        }).orElse(upheld);
    }

    /// That nothing is found shows an end only to a witness who saw it live.
    private static Ruling dead(ContainerSeen seen, String cause) {
        var silence = seen.knownAlive()
                ? Ruling.upheld(cause)
                : Ruling.open("the second witness never saw it run, so that its silence shows nothing");
        return seen.pulse().map(pulse -> switch (pulse) {
            case ALIVE -> Ruling.refuted("the gateway says that it ended, but its cgroup has live processes");
            case GONE -> silence;
            case NOT_FOUND -> silence;
            case UNREADABLE -> Ruling.open(UNREADABLE);
        }).orElseGet(() -> Ruling.upheld(cause));
    }

    private static Optional<Ruling> image(Container said, ContainerSeen seen) {
        if (said.image().isEmpty() || seen.status().equals("absent")) {
            return Optional.empty();
        }
        if (seen.image().isEmpty() && seen.imageId().isEmpty()) {
            return Optional.of(Ruling.open("the gateway does not say of what image it is"));
        }
        var wanted = said.image().get();
        var same = seen.image().filter(name -> tagged(name).equals(tagged(wanted))).isPresent()
                || seen.imageId().filter(id -> id.equals(wanted) || id.equals("sha256:" + wanted)).isPresent();
        return same ? Optional.empty() : Optional.of(Ruling.refuted("it is of another image"));
    }

    /// A name without a tag means `latest`.
    private static String tagged(String name) {
        return name.indexOf('@') >= 0 || name.indexOf(':', name.lastIndexOf('/') + 1) >= 0 ? name : name + ":latest";
    }

    private static Optional<Ruling> health(Container said, ContainerSeen seen) {
        if (said.health().isEmpty() || seen.status().equals("absent")) {
            return Optional.empty();
        }
        if (seen.health().isEmpty()) {
            return Optional.of(Ruling.open("it has no health check"));
        }
        if (settles(said, seen)) {
            return Optional.of(Ruling.open("its health check has not ended yet"));
        }
        return seen.health().equals(said.health())
                ? Optional.empty()
                : Optional.of(Ruling.refuted("its health is not as claimed"));
    }
}
