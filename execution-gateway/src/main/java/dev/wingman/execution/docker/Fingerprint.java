package dev.wingman.execution.docker;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;

import com.github.dockerjava.api.command.InspectContainerResponse;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.wingman.contracts.Json;

/// The configuration of a container as 64 hex digits. It is keyed: the configuration may hold a password that somebody could otherwise guess from
/// the digest on the topic.
record Fingerprint(byte[] key) {

    String of(InspectContainerResponse seen) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("config", Inspected.raw(seen, "Config"));
        parts.put("host", Inspected.raw(seen, "HostConfig"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Json.canonical(parts)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
