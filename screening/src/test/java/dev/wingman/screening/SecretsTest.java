package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.screening.secrets.Secrets;

class SecretsTest {
    private static final Screening SCREENING = Screening.standard();

    @TestFactory
    Stream<DynamicTest> findsEachKindInsideASentence() {
        return SampleSecrets.all().stream().map(sample -> DynamicTest.dynamicTest(sample.kind(), () -> {
            var text = "The worker uses " + sample.text() + " from now on.";

            var found = SCREENING.secrets(text, Place.document());

            assertThat(found).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo("secret/" + sample.kind());
                assertThat(text.substring(violation.start(), violation.end())).isEqualTo(sample.secret());
                assertThat(violation.message()).doesNotContain(sample.secret());
            });
        }));
    }

    @Test
    void hasASampleOfEachKind() {
        assertThat(SampleSecrets.all()).extracting(SampleSecrets.Sample::kind)
                .containsExactlyInAnyOrderElementsOf(Secrets.standard().kinds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PASSWORD=${DB_PASSWORD}", "password: none", "PRIMARY_KEY=id",
            "password: \"<your password>\"",
            "token = os.environ[\"API_TOKEN_2\"]", "secret: {{ vault_secret_9 }}", "password=changeme123",
            "api_key: your-api-key-123",
            "postgres://app:${DB_PASSWORD}@db:5432/app", "postgres://db:5432/app?email=a@b",
            "password: at-least-8-characters",
            "the token bucket: refills ten times a second", "password_file: /run/secrets/db_password_1",
            "token=********",
            "password = getPassword(8)", "credentials: see the vault", "AKIA is how an access key begins",
            "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "sk-learn-is-a-library-for-machine-learning-in-python",
            "[aws-access-key 1a2b3c4d]", "export TOKEN=$(cat token.txt)", "password: process.env.DB_PASS9"})
    void letsReferencesAndPlaceholdersPass(String text) {
        assertThat(SCREENING.secrets(text, Place.document())).isEmpty();
    }

    @Test
    void pointsToLineAndColumnOfADocument() {
        var text = "# Plan\n\nkey: " + SampleSecrets.awsAccessKey();

        assertThat(SCREENING.secrets(text, Place.document())).extracting(Violation::pointer).containsExactly("3:6");
    }

    @Test
    void pointsToTheStringOfAJsonDocument() {
        var place = Place.at("/deliverables/0");

        assertThat(SCREENING.secrets(SampleSecrets.awsAccessKey(), place)).extracting(Violation::pointer)
                .containsExactly("/deliverables/0");
    }

    @Test
    void doesNotTakeAPartOfALongerWordForAKey() {
        var text = "x" + SampleSecrets.awsAccessKey() + "9";

        assertThat(SCREENING.secrets(text, Place.document())).isEmpty();
    }
}
