package dev.wingman.contracts;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One checkable sentence about the world. A site's auditor judges it by a probe, without anybody's opinion.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Predicate.File.class, name = "file"),
        @JsonSubTypes.Type(value = Predicate.Process.class, name = "process"),
        @JsonSubTypes.Type(value = Predicate.Port.class, name = "port"),
        @JsonSubTypes.Type(value = Predicate.Http.class, name = "http"),
        @JsonSubTypes.Type(value = Predicate.Container.class, name = "container"),
        @JsonSubTypes.Type(value = Predicate.Git.class, name = "git"),
        @JsonSubTypes.Type(value = Predicate.TestReport.class, name = "test-report")})
public sealed interface Predicate {

    /// Whether a file or a folder is there.
    enum Presence {
        @JsonProperty("present")
        PRESENT, @JsonProperty("absent")
        ABSENT
    }

    /// Whether a process is there.
    enum Liveness {
        @JsonProperty("running")
        RUNNING, @JsonProperty("absent")
        ABSENT
    }

    /// Whether a port takes connections.
    enum Openness {
        @JsonProperty("open")
        OPEN, @JsonProperty("closed")
        CLOSED
    }

    /// The state of a container.
    enum ContainerState {
        @JsonProperty("running")
        RUNNING, @JsonProperty("exited")
        EXITED, @JsonProperty("absent")
        ABSENT
    }

    /// A file under one of the site's roots. `modifiedAfter` alone never makes TRUE: a clock is not content.
    ///
    /// @param path absolute
    /// @param sha256 64 hex digits, lower case
    /// @param minSize bytes
    /// @param contains a text that its content holds
    record File(String path, Presence state, Optional<String> sha256, Optional<Long> minSize, Optional<String> contains,
            Optional<Instant> modifiedAfter) implements Predicate {

        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public File {
            require(path != null && path.startsWith("/") && path.indexOf('\0') < 0,
                    "path is absolute, such as /srv/out.csv");
            require(state != null, "state is present or absent");
            require(sha256.isEmpty() || SHA_256.matcher(sha256.get()).matches(), "sha256 is 64 lower-case hex digits");
            require(minSize.isEmpty() || minSize.get() >= 0, "min_size is a number of bytes, 0 or more");
            require(contains.isEmpty() || !contains.get().isEmpty(), "contains is a text of at least one character");
            require(state == Presence.PRESENT || sha256.isEmpty() && minSize.isEmpty() && contains.isEmpty()
                    && modifiedAfter.isEmpty(), "an absent file has no sha256, min_size, contains or modified_after");
        }
    }

    /// A process, by exactly one of name, command line and pid.
    record Process(Optional<String> name, Optional<String> command, Optional<Long> pid, Liveness state)
            implements
                Predicate {
        public Process {
            require(state != null, "state is running or absent");
            var given = (name.isPresent() ? 1 : 0) + (command.isPresent() ? 1 : 0) + (pid.isPresent() ? 1 : 0);
            require(given == 1, "a process has one of name, command, pid");
            require(name.filter(String::isBlank).isEmpty() && command.filter(String::isBlank).isEmpty(),
                    "name and command are not blank");
            require(pid.isEmpty() || pid.get() > 0, "pid is positive");
        }
    }

    /// A TCP port of one of the site's hosts.
    record Port(String host, int port, Openness state) implements Predicate {
        public Port {
            require(host != null && !host.isBlank(), "host is a name or an address");
            require(port > 0 && port < 65536, "port is 1 to 65535");
            require(state != null, "state is open or closed");
        }
    }

    /// What a GET of a URL of one of the site's hosts answers.
    record Http(URI url, int status, Optional<String> contains) implements Predicate {
        public Http {
            require(url != null && url.getHost() != null && url.getUserInfo() == null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                    "url is http or https with a host and without a password");
            require(status >= 100 && status <= 599, "status is an HTTP status, 100 to 599");
        }
    }

    /// A container, as the site's gateway observes it.
    record Container(String name, ContainerState state, Optional<String> image, Optional<String> health)
            implements
                Predicate {
        public Container {
            require(name != null && !name.isBlank(), "name is a container's name");
            require(state != null, "state is running, exited or absent");
        }
    }

    /// A Git repository under one of the site's roots.
    ///
    /// @param branch contains the commit
    record Git(String repository, Optional<String> commit, Optional<String> branch, Optional<Boolean> clean)
            implements
                Predicate {
        public Git {
            require(repository != null && repository.startsWith("/"), "repository is an absolute path");
            require(commit.isPresent() || clean.isPresent(), "a git predicate has a commit, or clean");
            require(branch.isEmpty() || commit.isPresent(), "branch needs a commit that it contains");
        }
    }

    /// A JUnit XML report under one of the site's roots.
    record TestReport(String path, int minTests, int maxFailures) implements Predicate {
        public TestReport {
            require(path != null && path.startsWith("/"), "path is absolute, such as /srv/report.xml");
            require(minTests >= 1, "min_tests is 1 or more");
            require(maxFailures >= 0, "max_failures is 0 or more");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
