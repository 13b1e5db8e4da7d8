package dev.wingman.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Service;

class TopicTableTest {

    @ParameterizedTest
    @CsvSource({"instructions, gatekeeper-service", "claims, claim-logger-service", "verdicts, auditor-service",
            "executions, execution-gateway", "approvals, approval-service", "decisions, notifier-service",
            "observations, execution-gateway", "lockdowns, watcher-service", "tenants, gatekeeper-service",
            "alerts, watcher-service"})
    void givesEachTopicOneWriter(String topic, String writer) {
        assertThat(who(AclOperation.WRITE, topic)).containsExactly(writer);
    }

    @Test
    void letsEverybodyReportADeadLetter() {
        assertThat(who(AclOperation.WRITE, "dead-letters")).hasSize(Service.values().length);
    }

    @ParameterizedTest
    @CsvSource({"approvals, claim-logger-service execution-gateway notifier-service watcher-service auditor-service",
            "decisions, claim-logger-service approval-service", "claims, claim-logger-service auditor-service",
            "alerts, claim-logger-service notifier-service"})
    void letsOnlyTheNamedOnesRead(String topic, String readers) {
        assertThat(who(AclOperation.READ, topic)).containsExactlyInAnyOrder(readers.split(" "));
    }

    @Test
    void keepsServicesOutOfEachOthersGroups() {
        var groups = TopicTable.rights().stream().filter(right -> right.pattern().resourceType() == ResourceType.GROUP)
                .toList();

        assertThat(groups).hasSize(Service.values().length)
                .allMatch(right -> right.entry().principal().equals("User:" + right.pattern().name()))
                .allMatch(right -> right.pattern().patternType() == PatternType.PREFIXED);
    }

    private static Set<String> who(AclOperation operation, String topic) {
        return TopicTable.rights().stream().filter(right -> right.entry().operation() == operation)
                .filter(right -> right.pattern().name().equals("wingman." + topic + ".v1"))
                .map(right -> right.entry().principal().substring("User:".length())).collect(Collectors.toSet());
    }
}
