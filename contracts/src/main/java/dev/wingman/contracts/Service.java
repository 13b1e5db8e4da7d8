package dev.wingman.contracts;

import java.util.Arrays;
import java.util.Optional;

/// The seven services. The folder's name is also the Kafka principal, the consumer group, the `ce_source` and the name of the trust folder.
public enum Service {
    GATEKEEPER("gatekeeper-service"),
    CLAIM_LOGGER("claim-logger-service"),
    AUDITOR("auditor-service"),
    WATCHER("watcher-service"),
    APPROVAL("approval-service"),
    EXECUTION("execution-gateway"),
    NOTIFIER("notifier-service");

    private final String folder;

    Service(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }

    /// The service's own Postgres schema and role.
    public String schema() {
        return folder.replace('-', '_');
    }

    public static Optional<Service> inFolder(String folder) {
        return Arrays.stream(values()).filter(service -> service.folder.equals(folder)).findFirst();
    }
}
