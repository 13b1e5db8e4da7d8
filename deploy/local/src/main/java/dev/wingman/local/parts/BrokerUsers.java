package dev.wingman.local.parts;

import java.util.Map;
import java.util.stream.Collectors;

/// Who may log in at the broker. The administrator is the broker itself and the launcher, nobody else.
public record BrokerUsers(String administratorPassword, Map<String, String> passwords) {

    public static final String ADMINISTRATOR = "broker";

    public BrokerUsers {
        passwords = Map.copyOf(passwords);
    }

    /// The login module of a client, as Kafka's `sasl.jaas.config` wants it.
    public static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    /// The same for the broker: who it is, and whom it knows.
    String acceptance() {
        var known = passwords.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> " user_%s=\"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\"%3$s;"
                .formatted(ADMINISTRATOR, administratorPassword, known);
    }
}
