package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.generator.seal.SiteFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures over several years and of the second tier, changed in the shipped demonstration and sealed anew. */
class ComparisonVerifyTest {
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @TempDir
    static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws IOException {
        Terminal terminal = new Terminal(shared, "2025-12-31");
        Path site = shared.resolve("site");
        assertThat(terminal.run(
                        "build",
                        "--pages-only",
                        "--content",
                        Path.of("..", "content", "demo").toAbsolutePath().normalize(),
                        "--output",
                        site))
                .as(terminal.out())
                .isZero();
        Path release = site.toRealPath();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = release.relativize(file).toString();
                if (!path.matches("manifest.json|chain.txt|SHA256SUMS.*|key.pem")) {
                    FILES.put(path, Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void the_demonstration_sealed_anew_is_fine() throws IOException {
        assertThat(verify(FILES)).isZero();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "data/compare/2024-2025.csv | (990300,[^,]*,)[0-9.]+ | $112.5",
                "data/compare/2024-2025.csv | (990300,(?:[^,]*,){3})[-0-9.]+ | $112.5",
                "data/compare/2024-2025.csv | \\n990300[^\\n]* | ''",
                "data/compare/2024-2025.csv | (990300,.*,)[^,]*\\r | $1优秀\r",
                "compare/2024-2025/index.json | \"change\" : [-0-9.]+ | \"change\" : 12.5",
                "compare/2024-2025/index.json | \"grade_after\" : \"合格\" | \"grade_after\" : \"优秀\"",
                "compare/2024-2025/index.json | \\{[^{}]*\"990300\"[^{}]*\\}, | ''",
                "compare/2024-2025/index.html | <data value=\"[0-9.]+\" | <data value=\"12.5\"",
                "regions/cangling/index.html | <data value=\"[0-9.]+\" | <data value=\"12.5\"",
                "regions/cangling/index.json | \"score\" : [0-9.]+ | \"score\" : 12.5",
                "990500/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "990500/index.json | \"score\" : [0-9.]+ | \"score\" : 12.5",
                "990500/2025/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "2025/cangling/counties/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "2025/cangling/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "2025/yanhe/index.html | (class=\"big\"><b[^>]*>[^<]*</b><span>)合格 | $1优秀",
                "2025/yanhe/index.html | (name=\"Description\" content=\"[^\"]*加权分数 )8 | $19",
                "2025/yanhe/index.json | (加权分数 )8 | $19",
                "2025/yanhe/report/index.html | (<data value=\")10.71894 | $111.71894",
                "regions/yanhe/index.html | (<data value=\"[0-9.]+\"[^>]*>)[0-9] | $11",
                "en/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "en/2025/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "en/2025/yanhe/index.html | (<data value=\"86.532798\"[^>]*>(?:<a[^>]*>)?)8 | $19",
                "data/datapackage.json | sha256:[0-9a-f]{4} | sha256:0000",
            })
    void a_changed_figure_is_counted_out(String path, String old, String with) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(FILES);
        String before = new String(files.get(path), StandardCharsets.UTF_8);
        String after = Pattern.compile(old).matcher(before).replaceFirst(with);
        assertThat(after).as("the case fits the file").isNotEqualTo(before);
        files.put(path, after.getBytes(StandardCharsets.UTF_8));
        assertThat(verify(files)).isEqualTo(9);
    }

    private int verify(Map<String, byte[]> files) throws IOException {
        Path forged = folder.resolve("forged");
        SiteFixture.publish(forged, files, "2025-12-31", Optional.of(SiteFixture.KEY));
        Terminal terminal = new Terminal(folder, "2025-12-31");
        int code = terminal.run("verify", forged);
        assertThat(terminal.out()).as(terminal.out()).doesNotContain("Exception");
        return code;
    }
}
