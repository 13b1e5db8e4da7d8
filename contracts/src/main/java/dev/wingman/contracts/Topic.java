package dev.wingman.contracts;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The topics, who writes them and who reads them: the source of topic creation, of ACLs and of the trust in signatures. Each has
/// [#PARTITIONS] partitions and the tenant's id as its key. The ledger reads every one.
public enum Topic {
    INSTRUCTIONS("instructions", Service.GATEKEEPER,
            Set.of(Service.GATEKEEPER, Service.APPROVAL, Service.EXECUTION, Service.AUDITOR, Service.WATCHER)),
    CLAIMS("claims", Service.CLAIM_LOGGER, Set.of(Service.AUDITOR)),
    VERDICTS("verdicts", Service.AUDITOR, Set.of(Service.WATCHER, Service.EXECUTION, Service.APPROVAL)),
    EXECUTIONS("executions", Service.EXECUTION,
            Set.of(Service.APPROVAL, Service.AUDITOR, Service.WATCHER, Service.NOTIFIER)),
    APPROVALS("approvals", Service.APPROVAL,
            Set.of(Service.EXECUTION, Service.NOTIFIER, Service.WATCHER, Service.AUDITOR)),
    DECISIONS("decisions", Service.NOTIFIER, Set.of(Service.APPROVAL)),
    OBSERVATIONS("observations", Service.EXECUTION, Set.of(Service.AUDITOR)),
    LOCKDOWNS("lockdowns", Service.WATCHER, Set.of(Service.values())),
    TENANTS("tenants", Service.GATEKEEPER, Set.of(Service.values())),
    ALERTS("alerts", Service.WATCHER, Set.of(Service.NOTIFIER)),
    DEAD_LETTERS("dead-letters", null, Set.of(Service.WATCHER));

    /// Never changed: a new count is a new topic.
    public static final int PARTITIONS = 12;

    private final String plural;
    private final Optional<Service> writer;
    private final Set<Service> readers;

    Topic(String plural, @Nullable Service writer, Set<Service> readers) {
        this.plural = plural;
        this.writer = Optional.ofNullable(writer);
        this.readers = readers;
    }

    /// `wingman.<plural>.v1`.
    public String topicName() {
        return "wingman." + plural + ".v1";
    }

    /// A state topic: only the latest value of each key counts.
    public boolean compacted() {
        return this == LOCKDOWNS || this == TENANTS;
    }

    public boolean writableBy(Service service) {
        return writer.isEmpty() || writer.get() == service;
    }

    public boolean readableBy(Service service) {
        return service == Service.CLAIM_LOGGER || readers.contains(service);
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values()).filter(topic -> topic.topicName().equals(topicName)).findFirst();
    }
}
