package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Key files of the sample site, byte by byte. After a wanted change: {@code mvn -pl generator -am test
 * -Dtest=GoldenPagesTest -Dgongshi.golden=refresh}, and read the difference before committing it.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean REFRESH = "refresh".equals(System.getProperty("gongshi.golden"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "2025/index.html",
                "2025/qingzhou/index.html",
                "2025/chengchuan/report/index.html",
                "2025/survey/chengchuan/index.html",
                "2025/survey-method/index.html",
                "2025/index.json",
                "data/2025/grades.csv",
                "data/2025/scores.csv",
                "data/2025/survey.csv",
                "feed.xml",
                "sitemap.xml",
                "robots.txt",
                ".well-known/security.txt"
            })
    void is_as_it_was(String path) throws IOException {
        Path golden = GOLDEN.resolve(path);
        if (REFRESH) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, SampleSite.FILES.bytes(path));
        }
        assertThat(SampleSite.text(path)).isEqualTo(Files.readString(golden));
    }
}
