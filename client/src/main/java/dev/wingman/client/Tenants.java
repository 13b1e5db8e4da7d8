package dev.wingman.client;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Service;

/// The registry: what a tenant is, and who changes it knowing which version.
public final class Tenants {

    private final Endpoint endpoint;

    Tenants(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// The entry; its `version` is the ETag.
    public Reply<JsonNode> entry(Identifier tenant) {
        return endpoint.get(Service.GATEKEEPER, path(tenant));
    }

    /// Sets the entry, if it is still the one that was seen.
    ///
    /// @param seen the version that it replaces; absent where there was none
    public Reply<JsonNode> set(Identifier tenant, JsonNode entry, Optional<Long> seen) {
        return seen.isPresent()
                ? endpoint.put(Service.GATEKEEPER, path(tenant), entry, "If-Match", "\"" + seen.get() + "\"")
                : endpoint.put(Service.GATEKEEPER, path(tenant), entry, "If-None-Match", "*");
    }

    private static String path(Identifier tenant) {
        return "/v1/tenants/" + tenant;
    }
}
