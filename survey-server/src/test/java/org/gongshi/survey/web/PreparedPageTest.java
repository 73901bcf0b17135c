package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPageTest {
    private static final String MARK = "0123456789abcdef0123456789abcdef";

    private static String number(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String plain(String page, String number) {
        byte[] bytes = new PreparedPage(page.getBytes(StandardCharsets.UTF_8), MARK).plain(number);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unpacked(String page, String number) throws IOException {
        byte[] bytes = new PreparedPage(page.getBytes(StandardCharsets.UTF_8), MARK).gzip(number);
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "没有编号的页面",
                MARK,
                MARK + MARK,
                "<input value=\"" + MARK + "\">",
                "开头 " + MARK + " 中间 " + MARK + " 结尾",
                "0123456789abcdef0123456789abcde" + MARK
            })
    void the_number_stands_in_every_place_of_the_mark_plain_and_packed(String page) throws IOException {
        String number = "fedcba9876543210fedcba9876543210";
        assertThat(plain(page, number)).isEqualTo(page.replace(MARK, number));
        assertThat(unpacked(page, number)).isEqualTo(page.replace(MARK, number));
    }

    @Test
    void long_pages_of_any_content_unpack_to_the_plain_page() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var page = new StringBuilder();
            for (int part = random.nextInt(4); part >= 0; part--) {
                for (int words = random.nextInt(4000); words > 0; words--) {
                    page.append((char) (random.nextInt(4) == 0 ? 0x4e00 + random.nextInt(5000) : 'a' + words % 7));
                }
                page.append(part > 0 ? MARK : "");
            }
            String number = number(random);
            assertThat(unpacked(page.toString(), number))
                    .as("seed %d", seed)
                    .isEqualTo(page.toString().replace(MARK, number));
        }
    }
}
