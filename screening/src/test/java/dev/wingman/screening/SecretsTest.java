package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.screening.secrets.Secrets;

class SecretsTest {
    private static final Screening SCREENING = Screening.standard();

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
