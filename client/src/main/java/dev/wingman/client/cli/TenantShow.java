package dev.wingman.client.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;

/// What the registry holds of a tenant, in the form that `tenant apply` takes.
@Command(name = "show", description = "Print the tenant's registry entry as JSON, ready for tenant apply.")
final class TenantShow implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "whose entry; else the one of --tenant")
    @Nullable
    private String tenant;

    @Override
    public Integer call() {
        var screen = caller.screen();
        var whose = Optional.ofNullable(tenant).or(caller::tenantNamed).filter(Identifier::isValid)
                .map(Identifier::new).orElseThrow(() -> new ParameterException(caller.command().commandLine(),
                        "say whose entry: a tenant's id"));
        return screen.show(Wingman.then(caller.client("admin"), client -> client.tenants().entry(whose)),
                _ -> ExitCode.YES, entry -> pretty(entry).lines().forEach(screen::line));
    }

    /// Escaped, so that no character in it steers the terminal, and none is lost on the way into a file.
    private static String pretty(JsonNode entry) {
        try {
            return Json.tolerant().writerWithDefaultPrettyPrinter()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature()).writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON has a JSON form", e);
        }
    }
}
