package dev.wingman.execution;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.wingman.local.parts.Ports;

/// A free management port: where there is no API port, Quarkus tells a test none that it chose itself.
public final class ManagementPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.management.test-port", String.valueOf(Ports.free(1).getFirst()));
    }

    @Override
    public void stop() {}

    /// After the parts, whose settings it changes.
    @Override
    public int order() {
        return 1;
    }
}
