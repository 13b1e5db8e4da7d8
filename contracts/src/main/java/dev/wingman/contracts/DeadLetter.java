package dev.wingman.contracts;

import java.util.Map;
import java.util.Optional;

/// A record that a service could not take, as it came.
///
/// @param valueBase64 the bytes of the value
public record DeadLetter(String topic, Service service, String reason, Optional<String> key,
        Map<String, String> headers, String valueBase64) implements Event {}
