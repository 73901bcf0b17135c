package org.gongshi.templates.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "index.html, index.html, index.html",
        "index.html, 2025/index.html, 2025/index.html",
        "2025/index.html, index.html, ../index.html",
        "2025/a/index.html, 2025/b/index.html#x, ../b/index.html#x",
        "2025/a/index.html, 2025/a/index.html#x, index.html#x",
        "2025/a/report/index.html, 2025/a/index.html, ../index.html",
        "2025/a/index.html, assets/site/site.css, ../../assets/site/site.css",
        "2025/2025/index.html, 2025/index.html, ../index.html"
    })
    void leads_from_one_page_to_another(String from, String to, String link) {
        assertThat(Paths.relative(from, to)).isEqualTo(link);
    }
}
