package org.gongshi.survey.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the SHA-1 rows; its codes have eight digits, an app's are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makes_the_codes_of_the_rfc(long second, String eight) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertThat(Totp.code(SECRET, step)).isEqualTo(eight.substring(2));
    }

    @Test
    void takes_the_code_of_now_and_of_one_step_beside_and_no_other() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        for (long beside = -3; beside <= 3; beside++) {
            boolean taken =
                    Totp.fits(SECRET, Totp.code(SECRET, step + beside), now, 0).isPresent();
            assertThat(taken).as("step " + beside).isEqualTo(Math.abs(beside) <= 1);
        }
        assertThat(Totp.fits(SECRET, "", now, 0)).isEmpty();
        assertThat(Totp.fits(SECRET, "000000000", now, 0)).isEmpty();
    }

    @Test
    void takes_a_code_once() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.code(SECRET, Totp.step(now));
        long used = Totp.fits(SECRET, code, now, 0).orElseThrow();
        assertThat(Totp.fits(SECRET, code, now, used)).isEmpty();
        assertThat(Totp.fits(SECRET, code, now.plusSeconds(30), used)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writes_the_secret_as_the_rfc_says(String bytes, String base32) {
        assertThat(FactorSecrets.base32(bytes.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(base32);
    }
}
