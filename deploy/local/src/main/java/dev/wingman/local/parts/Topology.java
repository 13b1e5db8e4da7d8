package dev.wingman.local.parts;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

import dev.wingman.local.LocalFault;

/// Brings a broker to the topics and rights that it shall have.
public record Topology(Map<String, Object> administration) {

    public static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final long PATIENCE_SECONDS = 30;

    /// A topic to make: a compacted one keeps the newest record of each key.
    public record Wanted(String name, boolean compacted) {}

    public void createTopics(Collection<Wanted> wanted) {
        administer(admin -> {
            var present = within(admin.listTopics().names());
            var missing = wanted.stream().filter(topic -> !present.contains(topic.name())).map(Topology::fresh)
                    .toList();
            within(admin.createTopics(missing).all());
        });
    }

    /// Makes the rights exactly these: what the table no longer says is taken away.
    public void grant(Collection<AclBinding> wanted) {
        administer(admin -> {
            var present = within(admin.describeAcls(AclBindingFilter.ANY).values());
            var surplus = present.stream().filter(right -> !wanted.contains(right)).map(AclBinding::toFilter).toList();
            within(admin.createAcls(wanted.stream().filter(right -> !present.contains(right)).toList()).all());
            within(admin.deleteAcls(surplus).all());
        });
    }

    private static NewTopic fresh(Wanted topic) {
        var retention = topic.compacted()
                ? Map.of("cleanup.policy", "compact", "segment.ms", "600000", "min.cleanable.dirty.ratio", "0.1")
                : Map.of("cleanup.policy", "delete");
        return new NewTopic(topic.name(), PARTITIONS, REPLICAS).configs(retention);
    }

    private interface Administration {
        void on(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private void administer(Administration administration) {
        try (var admin = Admin.create(administration())) {
            administration.on(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("interrupted while topics were made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFault("the broker refuses: " + e.getMessage(), e);
        }
    }

    private static <T> T within(org.apache.kafka.common.KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

}
