package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Screening SCREENING = Screening.standard();
    private static final byte[] DEPLOYMENT = "a secret of the deployment".getBytes(StandardCharsets.UTF_8);

    private static final String FULL_WIDTH = "\uff21\uff22";

    static final FingerprintKey KEY = FingerprintKey.ofTenant(DEPLOYMENT, "acme");

    private final FingerprintKey acme = FingerprintKey.ofTenant(DEPLOYMENT, "acme");
    private final FingerprintKey other = FingerprintKey.ofTenant(DEPLOYMENT, "other");

    @Test
    void replacesASecretByKindAndFingerprint() {
        var redacted = SCREENING.redact("key " + SampleSecrets.awsAccessKey() + ", thanks", acme);

        assertThat(redacted.text()).matches("key \\[aws-access-key [0-9a-f]{8}], thanks");
        assertThat(redacted.changed()).isTrue();
    }

    @Test
    void leavesATextWithoutSecretsAsItIs() {
        var redacted = SCREENING.redact("password: ${DB_PASSWORD}", acme);

        assertThat(redacted).isEqualTo(new Redacted("password: ${DB_PASSWORD}", List.of()));
    }

    @Test
    void redactsWhatIsRedactedNoFurther() {
        assertThat(InventedSecrets.all()).allSatisfy(sample -> {
            var once = SCREENING.redact(sample.text(), acme).text();

            assertThat(SCREENING.redact(once, acme).text()).isEqualTo(once);
        });
    }

    @Test
    void replacesAWholePrivateKey() {
        var redacted = SCREENING.redact("before " + SampleSecrets.privateKey() + " after", acme);

        assertThat(redacted.text()).matches("before \\[private-key [0-9a-f]{8}] after");
    }

    @Test
    void replacesEverySecretThatIsFoundWithoutARest() {
        for (var sample : InventedSecrets.all()) {
            var redacted = SCREENING.redact(sample.text() + "\n\n" + sample.text(), acme);

            assertThat(redacted.changed() && redacted.text().contains(sample.secret())).as(sample.text()).isFalse();
        }
    }

    @Test
    void changesNothingElse() {
        var redacted = SCREENING
                .redact("a" + FULL_WIDTH + "b, " + SampleSecrets.awsAccessKey() + "\u200b," + FULL_WIDTH, acme);

        assertThat(redacted.text()).startsWith("a" + FULL_WIDTH + "b, [aws-access-key ")
                .endsWith("]\u200b," + FULL_WIDTH);
    }

    @Test
    void givesOneSecretOneFingerprintInATenantAndAnotherInTheNext() {
        var secret = SampleSecrets.awsAccessKey();

        assertThat(acme.fingerprint(secret)).isEqualTo(FingerprintKey.ofTenant(DEPLOYMENT, "acme").fingerprint(secret))
                .isNotEqualTo(other.fingerprint(secret));
    }

    @Test
    void namesTheFingerprintInAViolation() {
        var secret = SampleSecrets.awsAccessKey();

        var found = SCREENING.secrets(secret, Place.document(), acme);

        assertThat(found.getFirst().message()).contains(acme.fingerprint(secret)).doesNotContain(secret);
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new FingerprintKey(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }
}
