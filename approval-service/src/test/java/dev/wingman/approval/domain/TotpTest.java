package dev.wingman.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, the rows of SHA-1.
    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924",
            "2000000000,69279037", "20000000000,65353130"})
    void givesTheCodesOfTheRfc(long second, String code) {
        var totp = new Totp(SECRET);

        assertThat(totp.code(Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    @Test
    void givesSixDigitsToPeople() {
        assertThat(new Totp(SECRET).code(Totp.step(Instant.ofEpochSecond(59)))).isEqualTo("287082");
    }

    @Test
    void writesItsSecretAsAuthenticatorsReadIt() {
        assertThat(new Totp(SECRET).typed()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    /// RFC 4648, section 10, without padding.
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32(String text, String typed) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Totp(new byte[15]));
    }

    @Test
    void neverSaysItsSecret() {
        assertThat(new Totp(SECRET).toString()).doesNotContain("GEZ").doesNotContain("123456");
    }
}
