package dev.wingman.claimlogger.domain;

import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Leaf;

/// A record on its way into the ledger.
///
/// @param eventId `ce_id`; of a record that has none worth the name, a name made from its content
public record Arrived(WireRecord record, String eventId, byte[] leafHash) {

    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    /// These tell of the sending, not of what was sent: a repeat may differ in them.
    private static final Set<String> OF_THE_SENDING = Set.of("ce_time", "traceparent", "tracestate", "ce_signature");

    public static Arrived of(WireRecord record) {
        var hash = Leaf.of(record).hash();
        var id = record.headers().get("ce_id");
        return new Arrived(record,
                id != null && ID.matcher(id).matches() ? id : "leaf:" + HexFormat.of().formatHex(hash),
                hash);
    }

    /// Whether two records of one id say the same.
    public static boolean sameContent(WireRecord one, WireRecord other) {
        return one.topic().equals(other.topic()) && java.util.Arrays.equals(one.value(), other.value())
                && content(one).equals(content(other));
    }

    private static Map<String, String> content(WireRecord record) {
        var headers = new TreeMap<>(record.headers());
        headers.keySet().removeAll(OF_THE_SENDING);
        return headers;
    }
}
