package dev.wingman.local.parts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;

/// The broker's topics and rights, both derived from the topic table of `contracts`.
public final class TopicTable {

    private TopicTable() {}

    public static List<Topology.Wanted> wanted() {
        return Arrays.stream(Topic.values()).map(topic -> new Topology.Wanted(topic.topicName(), topic.compacted()))
                .toList();
    }

    /// Each service writes its own topics, reads those that it must, and joins only groups that begin with its name.
    public static Set<AclBinding> rights() {
        var rights = new HashSet<AclBinding>();
        for (var service : Service.values()) {
            for (var topic : Topic.values()) {
                if (topic.writableBy(service)) {
                    rights.add(may(service, AclOperation.WRITE, topic(topic)));
                }
                if (topic.readableBy(service)) {
                    rights.add(may(service, AclOperation.READ, topic(topic)));
                }
            }
            rights.add(may(service, AclOperation.READ,
                    new ResourcePattern(ResourceType.GROUP, service.folder(), PatternType.PREFIXED)));
        }
        return rights;
    }

    private static ResourcePattern topic(Topic topic) {
        return new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL);
    }

    private static AclBinding may(Service service, AclOperation operation, ResourcePattern what) {
        return new AclBinding(what, new AccessControlEntry("User:" + service.folder(), "*", operation,
                AclPermissionType.ALLOW));
    }
}
