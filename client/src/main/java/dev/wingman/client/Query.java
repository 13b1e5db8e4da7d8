package dev.wingman.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/// What stands behind the question mark.
final class Query {
    private Query() {}

    static String of(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), all -> all.isEmpty() ? "" : "?" + all));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
