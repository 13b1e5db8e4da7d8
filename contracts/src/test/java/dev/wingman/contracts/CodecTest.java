package dev.wingman.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    static Stream<Envelope<Event>> samples() {
        return Samples.all();
    }

    @Test
    void everyTypeHasASample() {
        assertThat(samples().map(sample -> EventType.of(sample.event())))
                .containsExactlyInAnyOrderElementsOf(EventType.all());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventSurvivesTheWire(Envelope<Event> sample) {
        var record = Codec.encode(sample);

        assertThat(record.key()).isEqualTo("acme");
        assertThat(Codec.decode(record)).isEqualTo(new Decoded.Known(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldsThatALaterVersionAddsAreSkipped(Envelope<Event> sample) {
        var record = Codec.encode(sample);
        var text = new String(record.value(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"later\":{\"a\":[1]},");

        assertThat(Codec.decode(with(record.with("ce_later", "x"), text))).isEqualTo(new Decoded.Known(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEmptyObjectIsNoEvent(Envelope<Event> sample) {
        assertThat(Codec.decode(with(Codec.encode(sample), "{}"))).isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "\"text\"", "{\"claim_id\":", "{\"claim_id\":7}",
            "{\"claim_id\":null}",
            "\u0000\u0001", "{} {}"})
    void whatIsNoClaimIsMalformedAndNoException(String value) {
        var record = Codec.encode(Samples.envelope(Samples.claim()));

        assertThat(Codec.decode(with(record, value))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aHundredThousandBracketsAreMalformed() {
        var record = Codec.encode(Samples.envelope(Samples.claim()));

        assertThat(Codec.decode(with(record, "[".repeat(100_000)))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aListWithAHoleIsMalformed() {
        var record = Codec.encode(Samples.envelope(Samples.locks()));

        assertThat(Codec.decode(with(record, "{\"version\":1,\"locks\":[null]}")))
                .isEqualTo(new Decoded.Malformed("locks is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_subject", "ce_time", "ce_tenantid", "ce_environment", "ce_type"})
    void aRecordWithoutAnAttributeIsMalformed(String header) {
        var record = Codec.encode(Samples.envelope(Samples.claim()));
        var headers = new TreeMap<>(record.headers());
        headers.remove(header);

        assertThat(Codec.decode(new WireRecord(record.topic(), record.key(), headers, record.value())))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_time", "ce_tenantid"})
    void anAttributeThatIsNoneIsMalformed(String header) {
        var record = Codec.encode(Samples.envelope(Samples.claim())).with(header, "../Not One");

        assertThat(Codec.decode(record)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void anotherTenantsKeyIsMalformed() {
        var record = Codec.encode(Samples.envelope(Samples.claim()));

        assertThat(Codec.decode(new WireRecord(record.topic(), "globex", record.headers(), record.value())))
                .isEqualTo(new Decoded.Malformed("the key is not the tenant"));
    }

    @Test
    void anEventOnAnotherTopicIsMalformed() {
        var record = Codec.encode(Samples.envelope(Samples.claim()));

        assertThat(Codec.decode(new WireRecord(Topic.VERDICTS.topicName(), "acme", record.headers(), record.value())))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aTypeOfALaterVersionIsUnknown() {
        var record = Codec.encode(Samples.envelope(Samples.claim())).with("ce_type", "claim-withdrawn");

        assertThat(Codec.decode(record)).isEqualTo(new Decoded.Unknown("claim-withdrawn"));
    }

    private static WireRecord with(WireRecord record, String value) {
        return new WireRecord(record.topic(), record.key(), record.headers(), value.getBytes(StandardCharsets.UTF_8));
    }
}
