package dev.wingman.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;

class LeafTest {

    @Property
    void isTheCanonicalFormThatTheGeneralCanonicaliserMakes(@ForAll String topic, @ForAll String header,
            @ForAll String another, @ForAll byte[] value) {
        var record = new WireRecord(utf8(topic), "acme",
                new TreeMap<>(Map.of(utf8(header), utf8(another), "ce_type", utf8(header))), value);
        var leaf = Leaf.of(record);

        assertThat(new String(leaf.canonical(), StandardCharsets.UTF_8))
                .isEqualTo(new String(Json.canonical(leaf), StandardCharsets.UTF_8));
    }

    @Test
    void escapesAsRfc8785Says() {
        var leaf = new Leaf("\u0000\b\t\n\f\r\u001f\"\\/\u007f\u00e9\u20ac\ud83d\ude00", new TreeMap<>(), "");

        assertThat(new String(leaf.canonical(), StandardCharsets.UTF_8)).isEqualTo(
                "{\"headers\":{},\"topic\":\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f\u00e9\u20ac\ud83d\ude00\",\"value\":\"\"}");
    }

    @Test
    void bytesThatAreNoTextDoNotPassForTheTextThatSpellsThem() {
        var bytes = new WireRecord("t", "acme", Map.of(), new byte[]{(byte) 0xFF, 0});
        var text = new WireRecord("t", "acme", Map.of(), "/wA=".getBytes(StandardCharsets.US_ASCII));

        assertThat(Leaf.of(bytes).value()).isEqualTo(Leaf.of(text).value());
        assertThat(Leaf.of(bytes).encoding()).isEqualTo(Optional.of("base64"));
        assertThat(Leaf.of(bytes).hash()).isNotEqualTo(Leaf.of(text).hash());
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThatThrownBy(() -> new Leaf("\ud83d", new TreeMap<>(), "").hash())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
