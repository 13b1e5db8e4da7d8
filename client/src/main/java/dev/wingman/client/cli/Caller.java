package dev.wingman.client.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.wingman.client.Addresses;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;

/// Who calls, and whom: the options that every everyday call has.
final class Caller {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    private CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", description = "where Wingman is (or WINGMAN_URL); else the local stack")
    @Nullable
    private URI url;

    @Option(names = "--token", paramLabel = "JWT", description = "who you are (better: WINGMAN_TOKEN, or WINGMAN_TOKEN_FILE)")
    @Nullable
    private String token;

    @Option(names = "--tenant", paramLabel = "T", description = "on a local stack: the tenant to act in")
    @Nullable
    private String tenant;

    @Option(names = "--as", paramLabel = "SUBJECT", description = "on a local stack: who to be")
    @Nullable
    private String subject;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    Screen screen() {
        return new Screen(command(), json);
    }

    boolean json() {
        return json;
    }

    /// The tenant that the caller named.
    Optional<String> tenantNamed() {
        return Optional.ofNullable(tenant);
    }

    CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command before it runs it");
        }
        return spec;
    }

    /// A client for this caller, or why there is none.
    ///
    /// @param role the role of a local token; readers need no name
    Reply<WingmanClient> client(String role) {
        var surroundings = Surroundings.ofProcess();
        var addresses = Optional.ofNullable(url).or(surroundings::url).<Addresses>map(Addresses.Edge::new)
                .or(() -> Addresses.local(surroundings.stateFile()));
        if (addresses.isEmpty()) {
            return new Reply.No<>(new Refusal.Unavailable(
                    "no Wingman on this machine: start one with ./wingman up, or set WINGMAN_URL",
                    Optional.empty()));
        }
        var jwt = token(role, surroundings);
        return new Reply.Ok<>(new WingmanClient(addresses.get(), jwt),
                com.fasterxml.jackson.databind.node.NullNode.getInstance());
    }

    private String token(String role, Surroundings surroundings) {
        if (token != null) {
            return token.strip();
        }
        var tenantAsked = tenant;
        if (tenantAsked != null && (subject != null || surroundings.token().isEmpty())) {
            return localToken(tenantAsked, role);
        }
        return surroundings.token().or(() -> surroundings.tokenFile().map(this::read)).orElseThrow(() -> usage(
                "say who you are: set WINGMAN_TOKEN, or give --tenant T --as SUBJECT on a local stack"));
    }

    private String localToken(String tenantAsked, String role) {
        var asked = subject;
        if (asked == null && (role.equals("worker") || role.equals("operator"))) {
            throw usage("say which " + role + " you are: --as SUBJECT");
        }
        var tokens = ServiceLoader.load(LocalTokens.class).findFirst()
                .orElseThrow(() -> usage("--tenant needs a local stack; elsewhere the token tells the tenant"));
        return switch (tokens.token(tenantAsked, asked == null ? role : asked, role)) {
            case LocalTokens.Answer.Token(var jwt) -> jwt;
            case LocalTokens.Answer.Unknown(var advice) -> throw usage(advice);
        };
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ParameterException(command().commandLine(), "the token file " + file + " cannot be read", e);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command().commandLine(), message);
    }
}
