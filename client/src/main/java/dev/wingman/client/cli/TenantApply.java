package dev.wingman.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;

/// Makes the registry entry what a file says, and shows what that changes. What somebody else changed meanwhile is not overwritten.
@Command(name = "apply", description = "Make the tenant's registry entry what a file says; show what changes.")
final class TenantApply implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "FILE", description = "the whole entry in JSON, as tenant show prints it; - reads standard input")
    private String file = "";

    @Option(names = "--dry-run", description = "only show what would change")
    private boolean dryRun;

    @Option(names = "--over-newer", description = "apply a file that is older than the entry: what changed meanwhile is taken back")
    private boolean overNewer;

    @Override
    public Integer call() {
        var wanted = read();
        var screen = caller.screen();
        var applied = Wingman.then(caller.client("admin"), client -> apply(client, wanted, screen));
        return screen.show(applied, _ -> ExitCode.YES, entry -> screen.line(told(entry)));
    }

    private Reply<JsonNode> apply(WingmanClient client, ObjectNode wanted, Screen screen) {
        var tenant = tenant(wanted);
        return switch (client.tenants().entry(tenant)) {
            case Reply.Ok(var held, _) -> change(client, tenant, wanted, Optional.of(held), screen);
            case Reply.No(Refusal.Missing _) -> change(client, tenant, wanted, Optional.empty(), screen);
            case Reply.No<JsonNode> no -> no;
        };
    }

    /// What an older file takes back stands in the difference, and is taken back only where somebody says so.
    private Reply<JsonNode> change(WingmanClient client, Identifier tenant, ObjectNode wanted, Optional<JsonNode> held,
            Screen screen) {
        var before = held.map(TenantApply::settable).orElseGet(Json.tolerant()::createObjectNode);
        var changes = Differences.between(before, settable(wanted));
        changes.forEach(screen::beside);
        held.map(entry -> entry.path("version").asLong())
                .filter(version -> isOlder(wanted, version) && !changes.isEmpty() && !dryRun && !overNewer)
                .ifPresent(version -> {
                    throw usage("the file is of version " + wanted.path("version").asLong() + ", the entry of "
                            + version + ": the file would take back what changed meanwhile. Start from `tenant show`"
                            + " anew, or say --over-newer", null);
                });
        return changes.isEmpty() || dryRun
                ? new Reply.Ok<>(held.orElse(NullNode.getInstance()), held.orElse(NullNode.getInstance()))
                : client.tenants().set(tenant, settable(wanted), held.map(entry -> entry.path("version").asLong()));
    }

    /// A file without a version says of itself that it is the whole truth.
    private static boolean isOlder(ObjectNode wanted, long version) {
        return wanted.hasNonNull("version") && wanted.path("version").asLong() != version;
    }

    private String told(JsonNode entry) {
        var version = entry.path("version").asText("none");
        return dryRun ? "nothing is changed: a dry run; the version is " + version : "the version is " + version;
    }

    /// Version and author are the registry's to write.
    private static ObjectNode settable(JsonNode entry) {
        return entry.<ObjectNode>deepCopy().without(java.util.List.of("version", "set_by"));
    }

    private Identifier tenant(ObjectNode wanted) {
        return Optional.of(wanted.path("tenant_id").asText("")).filter(Identifier::isValid).map(Identifier::new)
                .orElseThrow(() -> usage("the file names no tenant_id", null));
    }

    private ObjectNode read() {
        try {
            var text = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            if (Json.strict().readTree(text) instanceof ObjectNode entry) {
                return entry;
            }
            throw usage("the file " + file + " holds no JSON object", null);
        } catch (JacksonException e) {
            throw usage("the file " + file + " is not JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr(), e);
        } catch (IOException e) {
            throw usage("the file " + file + " cannot be read", e);
        }
    }

    private ParameterException usage(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ParameterException(caller.command().commandLine(), message, cause);
    }
}
