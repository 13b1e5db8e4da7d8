package dev.wingman.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.screening.secrets.Secrets;

class SecretsTest {
    private static final Screening SCREENING = Screening.standard();
    private static final String PASSWORD = "WLQYnHoua" + "BCLUP7#x";

    @Test
    void findsSecretsAndLetsLookAlikesPass() {
        var secrets = InventedSecrets.all();
        var lookAlikes = InventedSecrets.lookAlikes();

        var missed = secrets.stream().filter(sample -> !isFound(sample)).map(InventedSecrets.Sample::text).toList();
        var alarms = lookAlikes.stream().filter(text -> !found(text).isEmpty()).toList();

        System.out.printf("found %d of %d, false alarms %d of %d%n", secrets.size() - missed.size(), secrets.size(),
                alarms.size(), lookAlikes.size());
        assertThat(secrets).hasSizeGreaterThan(600);
        assertThat(lookAlikes).hasSizeGreaterThan(600);
        assertThat(missed).hasSizeLessThan(secrets.size() / 100);
        assertThat(alarms).hasSizeLessThan(lookAlikes.size() / 100);
    }

    @Test
    void namesEachKindInThreeSurroundings() {
        var named = InventedSecrets.all().stream()
                .filter(sample -> found(sample.text()).stream()
                        .anyMatch(v -> v.rule().equals("secret/" + sample.kind())))
                .collect(Collectors.groupingBy(InventedSecrets.Sample::kind, Collectors.counting()));

        assertThat(Secrets.standard().kinds()).hasSizeGreaterThan(150)
                .allSatisfy(kind -> assertThat(named.getOrDefault(kind, 0L)).as(kind).isGreaterThanOrEqualTo(3));
    }

    @Test
    void repeatsNoSecretInItsMessages() {
        assertThat(InventedSecrets.all()).allSatisfy(sample -> assertThat(found(sample.text()))
                .allSatisfy(violation -> assertThat(violation.message()).doesNotContain(sample.secret())));
    }

    @ParameterizedTest
    @CsvSource({"AKIAIOSF,ODNN7EXAMPLE", "sk_test_4eC39HqLyjW,DarjtT1zdp7dc",
            "gho_16C7e42F292c6912,E7710c838347Ae178B4a",
            "AIzaSyDaGmWKa4JsXZ-,HjGw7ISLn_3namBGewQe", "Authorization: Basic QWxhZGRpbjpv,cGVuIHNlc2FtZQ==",
            "aws_secret_access_key=wJalrXUtnFEMI/K7MDENG,/bPxRfiCYEXAMPLEKEY"})
    void letsASamplePassThatItsIssuerDocuments(String half, String otherHalf) {
        assertThat(found(half + otherHalf)).isEmpty();
    }

    @Test
    void findsAKeyThatIsSplitByWhatCannotBeSeen() {
        var key = SampleSecrets.awsAccessKey();

        assertThat(found("key " + key.substring(0, 7) + "\u200b" + key.substring(7) + ".")).singleElement()
                .satisfies(violation -> assertThat(violation.end() - violation.start()).isEqualTo(key.length() + 1));
    }

    @Test
    void findsAKeyInFullWidthLetters() {
        var wide = SampleSecrets.awsAccessKey().chars().map(c -> c + 0xfee0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

        assertThat(found("key " + wide)).extracting(Violation::rule).containsExactly("secret/aws-access-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n%s", "%%3D%s", "\\u0022%s", "\u001b[31m%s\u001b[0m", "(%s)", "'%s',", "%s.", "/%s/"})
    void findsAKeyBesideSignsAndEscapes(String surrounding) {
        assertThat(found(surrounding.formatted(SampleSecrets.awsAccessKey()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22password%22%3A%22", "%2522password%2522%253A%2522", "password&#61;", "password&#x3D;",
            "\\u0070assword\\u003d", "\\x70assword=", "password\\075", "pass\" + \"word=", "p&#97;ss%77ord="})
    void findsAPasswordWhoseNameIsEscaped(String name) {
        assertThat(found(name + PASSWORD)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s' + '%s'", "\"%s\" . \"%s\"", "`%s` +\n    `%s`", "\"%s\"\"%s\"", "'%s' \\\n  '%s'",
            "%s\\\n%s",
            "\"%s\" ~ \"%s\""})
    void findsAKeyInLiteralsThatCodeJoins(String code) {
        var key = SampleSecrets.awsAccessKey();

        assertThat(found(code.formatted(key.substring(0, 9), key.substring(9)))).extracting(Violation::rule)
                .containsExactly("secret/aws-access-key");
    }

    @Test
    void pointsToThePayloadThatCarriesASecret() {
        var payload = Base64.getEncoder().encodeToString(("id = " + SampleSecrets.awsAccessKey()).getBytes(UTF_8));

        assertThat(found("echo " + payload + " | base64 -d")).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("secret/aws-access-key");
            assertThat(violation.start()).isEqualTo(5);
            assertThat(violation.end()).isEqualTo(5 + payload.length());
        });
    }

    @Test
    void letsAPayloadPassThatCarriesNone() {
        var payload = Base64.getEncoder().encodeToString("the quick brown fox jumps over it".getBytes(UTF_8));

        assertThat(found("echo " + payload + " | base64 -d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"use %s as the root password", "`%s` is our new token", "the password is now %s",
            "log in as admin / %s", "password 7 %s", "\u043f\u0430\u0440\u043e\u043b\u044c: %s", "\u5bc6\u7801\u662f%s",
            "\u30d1\u30b9\u30ef\u30fc\u30c9\u306f\u300c%s\u300d\u3067\u3059", "has\u0142o to %s"})
    void findsAPasswordInASentence(String sentence) {
        assertThat(found(sentence.formatted(PASSWORD))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"use PostgreSQL as the token store", "the password is BCryptPasswordEncoder-hashed",
            "log in as admin / operator", "the token is validated by KeycloakAdminClient",
            "shop-db-credentials-7f9c8d6b5 is the secret", "\u5bc6\u7801\u5fc5\u987b\u5305\u542b8\u4e2a\u5b57\u7b26"})
    void letsASentencePassThatNamesNone(String sentence) {
        assertThat(found(sentence)).isEmpty();
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

    private static boolean isFound(InventedSecrets.Sample sample) {
        var start = sample.text().indexOf(sample.secret());
        var end = start + sample.secret().length();
        return found(sample.text()).stream()
                .anyMatch(violation -> violation.start() <= start && violation.end() >= end);
    }

    private static List<Violation> found(String text) {
        return SCREENING.secrets(text, Place.document());
    }
}
