package dev.wingman.execution;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import dev.wingman.local.testing.DockerEngine;

/// The gateway with this machine's engine, and little patience.
public class WithEngine implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("wingman.execution.docker-host", DockerEngine.address(), "wingman.execution.stop-within", "2S",
                "wingman.execution.stop-at-most", "5S",
                "wingman.execution.serve-within", "20S", "wingman.execution.silent-at-most", "4S",
                "wingman.execution.call-at-most", "8S",
                "wingman.execution.observe-every", "1S", "wingman.execution.verdict-within", "8S",
                "wingman.execution.recover-told-again-after", "3S");
    }
}
