package dev.wingman.platform.events;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.ClientCustomizer;
import org.eclipse.microprofile.config.Config;

import dev.wingman.platform.PlatformSettings;

/// Gives each channel of each replica a name of its own in the consumer group. A replica that was killed and started again takes its
/// partitions back at once, instead of waiting until the broker gives its predecessor up.
@ApplicationScoped
public class Membership implements ClientCustomizer<Map<String, Object>> {

    private static final String GROUP = "group.id";
    /// How long the partitions of a replica that does not come back stay without a reader.
    private static final String GIVEN_UP_AFTER_MS = "10000";

    private final String instance;

    Membership(PlatformSettings settings) {
        this.instance = settings.instance();
    }

    /// Producers and clients without a group are left as they are.
    @Override
    public Map<String, Object> customize(String channel, Config config, Map<String, Object> client) {
        if (!client.containsKey(GROUP)) {
            return client;
        }
        var named = new HashMap<>(client);
        named.put("group.instance.id", instance + "-" + channel);
        named.putIfAbsent("session.timeout.ms", GIVEN_UP_AFTER_MS);
        return named;
    }
}
