package dev.wingman.contracts.signature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Samples;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;

class TrustFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TrustFolder trust;
    private OctetKeyPairJsonWebKey pair;
    private SigningKey watcher;
    private Envelope<Event> locks;
    private WireRecord signed;

    @BeforeEach
    void aWatcherWhoseKeyIsTrusted() throws JoseException, IOException {
        trust = new TrustFolder(folder);
        pair = pair("watcher-1");
        watcher = key(pair);
        admit(Service.WATCHER, pair);
        locks = Samples.all().filter(sample -> sample.event() instanceof LocksChanged)
                .map(sample -> new Envelope<Event>(sample.id(), sample.tenant(), Service.WATCHER, sample.subject(),
                        sample.time(), sample.environment(), sample.traceparent(), sample.event()))
                .findFirst().orElseThrow();
        signed = watcher.sign(Codec.encode(locks));
    }

    @Test
    void trustsWhatItsWriterSigned() {
        assertThat(judge(signed)).isEqualTo(new Trust.Trusted());
    }

    @Test
    void distrustsWithoutASignature() {
        assertThat(judge(Codec.encode(locks))).isEqualTo(new Trust.Untrusted("no signature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_tenantid", "ce_environment", "ce_subject", "traceparent", "new"})
    void distrustsAChangedHeader(String header) {
        assertThat(judge(signed.with(header, "other"))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAnotherKeyTopicOrValue() {
        assertThat(judge(new WireRecord(signed.topic(), "globex", signed.headers(), signed.value())))
                .isInstanceOf(Trust.Untrusted.class);
        assertThat(judge(new WireRecord(Topic.ALERTS.topicName(), signed.key(), signed.headers(), signed.value())))
                .isInstanceOf(Trust.Untrusted.class);
        assertThat(judge(new WireRecord(signed.topic(), signed.key(), signed.headers(), "{}".getBytes(
                StandardCharsets.UTF_8)))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAServiceThatDoesNotWriteTheTopic() throws JoseException, IOException {
        var notifier = pair("notifier-1");
        admit(Service.NOTIFIER, notifier);
        var posing = new Envelope<>(locks.id(), locks.tenant(), Service.NOTIFIER, locks.subject(), locks.time(),
                locks.environment(), locks.traceparent(), locks.event());

        assertThat(trust.judge(key(notifier).sign(Codec.encode(posing)), posing))
                .isEqualTo(new Trust.Untrusted("notifier-service does not write wingman.lockdowns.v1"));
    }

    @Test
    void distrustsAnotherServicesKeyUnderTheWritersName() throws JoseException, IOException {
        var notifier = pair("notifier-1");
        admit(Service.NOTIFIER, notifier);

        assertThat(judge(key(notifier).sign(Codec.encode(locks)))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAKeyThatWasRemovedAndBelievesOneThatWasAdded() throws JoseException, IOException {
        assertThat(judge(signed)).isEqualTo(new Trust.Trusted());
        var next = pair("watcher-2");

        Files.delete(folder.resolve("watcher-service/watcher-1.jwk"));
        admit(Service.WATCHER, next);

        assertThat(judge(signed)).isInstanceOf(Trust.Untrusted.class);
        assertThat(judge(key(next).sign(Codec.encode(locks)))).isEqualTo(new Trust.Trusted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../notifier-service/notifier-1", "/etc/passwd", "..", ".", "watcher-1\u0000", "", "a b"})
    void distrustsAKeyIdThatIsAPath(String keyId) throws JoseException, IOException {
        var notifier = pair("notifier-1");
        admit(Service.NOTIFIER, notifier);
        notifier.setKeyId(keyId);

        assertThat(judge(key(notifier).sign(Codec.encode(locks)))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAlgNone() {
        var none = header("{\"alg\":\"none\",\"kid\":\"watcher-1\"}") + "..";

        assertThat(judge(Codec.encode(locks).with("ce_signature", none))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAMacWithThePublicKeyAsItsSecret() throws JoseException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue("watcher-1");
        jws.setPayloadBytes(SignedForm.of(Codec.encode(locks)));
        jws.setKey(new HmacKey(watcher.publicBytes()));
        var mac = jws.getDetachedContentCompactSerialization();

        assertThat(judge(Codec.encode(locks).with("ce_signature", mac))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void distrustsAnotherRecordsSignatureEvenWithItsPayloadAttached() {
        var other = new Envelope<Event>(locks.id(), locks.tenant(), locks.source(), locks.subject(), locks.time(),
                locks.environment(), Optional.empty(), new LocksChanged(8, java.util.List.of()));
        var detached = requireNonNull(signed.headers().get("ce_signature")).split("\\.", -1);
        var attached = detached[0] + "." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(SignedForm.of(signed)) + "." + detached[2];

        assertThat(trust.judge(Codec.encode(other).with("ce_signature", attached), other))
                .isInstanceOf(Trust.Untrusted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "....", "\u0000", "eyJhbGciOiJFZERTQSJ9..AAAA"})
    void distrustsWhatIsNoSignature(String signature) {
        assertThat(judge(Codec.encode(locks).with("ce_signature", signature))).isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void asksNoSignatureOfAClaim() {
        var claim = Samples.all().filter(sample -> !sample.event().signed()).findFirst().orElseThrow();

        assertThat(trust.judge(Codec.encode(claim), claim)).isEqualTo(new Trust.Trusted());
    }

    private Trust judge(WireRecord record) {
        return trust.judge(record, locks);
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void admit(Service service, OctetKeyPairJsonWebKey key) throws IOException {
        var own = Files.createDirectories(folder.resolve(service.folder()));
        Files.writeString(own.resolve(key.getKeyId() + ".jwk"), key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static SigningKey key(OctetKeyPairJsonWebKey pair) {
        return SigningKey.parse(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    private static OctetKeyPairJsonWebKey pair(String keyId) throws JoseException {
        var pair = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        pair.setKeyId(keyId);
        return pair;
    }
}
