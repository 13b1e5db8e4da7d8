package dev.wingman.contracts.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Samples;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;

/// Only the approval service makes grants, and a grant is nothing but a grant.
class GrantTest {

    private static final Identifier CODER = new Identifier("coder-1");
    private static final Identifier SITE = new Identifier("local");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SigningKey approval;
    private SigningKey execution;
    private TrustFolder trust;

    @BeforeEach
    void makeKeys() throws JoseException, IOException {
        approval = key(Service.APPROVAL);
        execution = key(Service.EXECUTION);
        trust = new TrustFolder(folder);
    }

    @Test
    void aGrantOfTheApprovalServiceIsReadAsItWasMade() {
        assertThat(trust.grant(approval.sign(grant()))).contains(grant());
    }

    @Test
    void aGrantThatAnotherServiceSignedIsNone() {
        assertThat(trust.grant(execution.sign(grant()))).isEmpty();
    }

    @Test
    void aChangedGrantIsNone() {
        var parts = approval.sign(grant()).split("\\.");
        var other = approval.sign(with(Grant.forGateway("PRD", SITE))).split("\\.");

        assertThat(trust.grant(parts[0] + "." + other[1] + "." + parts[2])).isEmpty();
    }

    @Test
    void anEventsSignatureIsNoGrant() {
        var signed = approval.sign(Codec.encode(Samples.all().findFirst().orElseThrow()));
        var signature = signed.headers().getOrDefault("ce_signature", "").split("\\.", -1);
        var payload = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(grant()));

        assertThat(trust.grant(signature[0] + "." + payload + "." + signature[2])).isEmpty();
    }

    @Test
    void rubbishIsNoGrant() {
        assertThat(trust.grant("")).isEmpty();
        assertThat(trust.grant("a.b.c")).isEmpty();
        assertThat(trust.grant("..")).isEmpty();
    }

    @Test
    void aGrantLivesThirtySecondsAndNotBeforeItsTime() {
        var grant = grant();
        var issued = Instant.ofEpochSecond(grant.issuedAt());

        assertThat(grant.isLive(issued)).isTrue();
        assertThat(grant.isLive(issued.plusSeconds(29))).isTrue();
        assertThat(grant.isLive(issued.plusSeconds(30))).isFalse();
        assertThat(grant.isLive(issued.minusSeconds(6))).isFalse();
    }

    private static Grant grant() {
        return with(Grant.forGateway("DEV", SITE));
    }

    private static Grant with(String audience) {
        return new Grant(Service.APPROVAL.folder(), audience, CODER, Samples.ID, 1_795_000_000L, 1_795_000_030L,
                Samples.ID, Asked.STAGE, new Identifier("acme"), "DEV",
                Optional.of(DrillStage.of(Samples.ID, CODER, SITE, Stage.A)), Optional.of(Samples.ID),
                Optional.of("sha256:00"), Optional.of("sha256:11"), Optional.empty());
    }

    private SigningKey key(Service service) throws JoseException, IOException {
        var pair = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        pair.setKeyId(Ids.first(Samples.NOON).toString());
        var own = Files.createDirectories(folder.resolve(service.folder()));
        Files.writeString(own.resolve(pair.getKeyId() + ".jwk"), pair.toJson(OutputControlLevel.PUBLIC_ONLY));
        return SigningKey.parse(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }
}
