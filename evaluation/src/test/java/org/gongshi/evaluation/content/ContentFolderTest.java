package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gongshi.evaluation.fixture.ContentFixture.DRAFT;
import static org.gongshi.evaluation.fixture.ContentFixture.FIRST;
import static org.gongshi.evaluation.fixture.ContentFixture.ROUND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFolderTest {
    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site.yaml",
                "places.yaml",
                "corrections.yaml",
                "texts/verify.md",
                "2025/990000/round.yaml",
                "2025/990000/calendar.yaml",
                "2025/990000/indicators.yaml",
                "2025/990000/survey-plan.yaml",
                "2025/990000/questionnaires/student.yaml",
                "2025/990000/populations.csv",
                "2025/990000/scores.csv",
                "2025/990000/outcomes.yaml",
                "2025/990000/results.json",
                "2025/990000/990100/report.md",
                "2025/990000/990100/stages.yaml",
                "2025/990000/990100/findings.yaml"
            })
    void a_missing_file_is_a_finding_on_the_file(String file) throws IOException {
        ContentFixture content = ContentFixture.valid(root).delete(file);
        assertThat(content.errors()).contains(file + ":0:0: error: 缺少文件 (请按 docs/content.md 建立这个文件)");
        Files.createDirectory(content.path(file));
        assertThat(content.errors()).contains(file + ":0:0: error: 这里应为文件，不是目录或其他 (请换成同名的文件)");
    }

    @Test
    void a_missing_place_folder_is_one_finding() throws IOException {
        ContentFixture content = ContentFixture.valid(root);
        Files.move(content.path(FIRST), elsewhere.resolve("990100"));
        assertThat(content.errors()).containsExactly(FIRST + ":0:0: error: 缺少目录 (请为这个地区建立目录，放入 report.md 等文件)");
    }

    @Test
    void a_link_that_leaves_the_folder_is_refused() throws IOException {
        ContentFixture content = ContentFixture.valid(root);
        Path outside = Files.copy(content.path("site.yaml"), elsewhere.resolve("site.yaml"));
        content.delete("site.yaml");
        Files.createSymbolicLink(content.path("site.yaml"), outside);
        assertThat(content.errors()).contains("site.yaml:0:0: error: 符号链接指向内容目录之外 (请把文件本身放进内容目录)");
        content.delete("site.yaml");
    }

    @Test
    void a_link_within_the_folder_is_followed() throws IOException {
        ContentFixture content = ContentFixture.valid(root);
        Files.move(content.path("site.yaml"), content.path(".git-site"));
        Files.createSymbolicLink(content.path("site.yaml"), Path.of(".git-site"));
        assertThat(content.check()).isEmpty();
    }

    @Test
    void a_file_over_ten_megabytes_is_refused() {
        ContentFixture content = ContentFixture.valid(root).write("site.yaml", new byte[10_000_001]);
        assertThat(content.errors())
                .contains("site.yaml:0:0: error: 文件超过 10 MB (一个内容文件至多 10 MB，得分表约合 10 万行以上：请核对有没有重复的行、别的轮次的行、过长的依据文字)");
    }

    @Test
    void an_unreadable_file_is_a_finding() throws IOException {
        ContentFixture content = ContentFixture.valid(root);
        Files.setPosixFilePermissions(content.path("site.yaml"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(content.path("site.yaml")))
                .as("root reads everything")
                .isFalse();
        assertThat(content.errors()).anyMatch(line -> line.startsWith("site.yaml:0:0: error: 文件无法读取"));
    }

    @Test
    void unknown_files_are_told_and_leftovers_of_systems_are_not() {
        ContentFixture content = ContentFixture.valid(root)
                .write("README.txt", "x")
                .write("2025/notes.yaml", "x")
                .write(ROUND + "/score.csv", "x")
                .write(ROUND + "/questionnaires/teacher.yaml", "x")
                .write(DRAFT + "/report.docx", "x")
                .write("texts/other.md", "x")
                .write("notices/old.txt", "x");
        for (String ignored : List.of(".DS_Store", "Thumbs.db", "desktop.ini", "~$scores.xlsx", ".gitkeep")) {
            content.write(ROUND + "/" + ignored, "x");
        }
        assertThat(content.errors()).isEmpty();
        assertThat(content.warnings())
                .containsExactly(
                        "2025/990000/990300/report.docx:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)",
                        "2025/990000/questionnaires/teacher.yaml:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)",
                        "2025/990000/score.csv:0:0: warning: 不认识的文件或目录 (是否应为 scores.csv？)",
                        "2025/notes.yaml:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)",
                        "README.txt:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)",
                        "notices/old.txt:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)",
                        "texts/other.md:0:0: warning: 不认识的文件或目录 (这里的其他文件不会被读取，也不会公布；请移到别处)");
    }

    @Test
    void the_starter_has_no_errors() {
        assertThat(org.gongshi.evaluation.publication.ContentCheck.of(
                        new ContentFolder(Path.of("..", "content", "starter")), java.util.Optional.empty()))
                .noneMatch(finding -> finding.severity() == org.gongshi.evaluation.finding.Severity.ERROR);
    }
}
