package org.gongshi.generator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.generator.verify.FolderSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionGateTest {
    private static final String GRADES = "data/2025/grades.csv";
    private static final String HEAD = "place,place_name,score,score_shown,band,grade,published\r\n";
    private static final Places PLACES = new Places(
            List.of(new Place(new PlaceCode("990100"), "青州盟", "青州行署", Tier.LEAGUE, "qingzhou", Optional.empty())));

    @TempDir
    Path folder;

    private Path old;
    private Path now;

    @BeforeEach
    void write() throws IOException {
        old = folder.resolve("old");
        now = folder.resolve("now");
        table(old, GRADES, HEAD + "990100,青州盟,84.9963,84.99,合格,合格,2025-12-01\r\n");
        table(
                old,
                "data/2025/scores.csv",
                "place,indicator,area,weight,raw,points,contribution\r\n990100,A1-01,A1,3,90,90,2.7\r\n");
        table(now, GRADES, HEAD + "990100,青州盟,84.9963,84.99,合格,合格,2025-12-01\r\n");
        table(
                now,
                "data/2025/scores.csv",
                "place,indicator,area,weight,raw,points,contribution\r\n990100,A1-01,A1,3,90,90,2.7\r\n");
    }

    @Test
    void nothing_changed_needs_no_word() throws IOException {
        assertThat(check()).isEmpty();
    }

    @Test
    void a_changed_score_without_a_word_is_refused_and_named() throws IOException {
        table(now, GRADES, HEAD + "990100,青州盟,85.1,85.10,优秀,优秀,2025-12-01\r\n");
        assertThat(check()).singleElement().asString().contains("2025/qingzhou/", "没有更正说明");
    }

    @Test
    void the_correction_must_say_exactly_what_stood_there_and_what_stands_there() throws IOException {
        table(now, GRADES, HEAD + "990100,青州盟,85.1,85.10,优秀,优秀,2025-12-01\r\n");
        Correction score = correction("2025/qingzhou/index.html", "84.9963", "85.1");
        Correction grade = correction("/2025/qingzhou/", "合格", "优秀");
        assertThat(check(score)).singleElement().asString().contains("grade", "合格 → 优秀");
        assertThat(check(score, grade)).isEmpty();
        assertThat(check(correction("2025/qingzhou/", "84.99", "85.1"), grade)).hasSize(1);
        assertThat(check(correction("2024/qingzhou/", "84.9963", "85.1"), grade))
                .hasSize(1);
    }

    @Test
    void figures_that_follow_need_a_word_about_their_page_alone() throws IOException {
        table(
                now,
                "data/2025/scores.csv",
                "place,indicator,area,weight,raw,points,contribution\r\n990100,A1-01,A1,3,91,91,2.73\r\n");
        assertThat(check()).hasSize(1);
        assertThat(check(correction("2025/qingzhou/report/", "90", "91"))).isEmpty();
    }

    @Test
    void a_place_that_is_gone_must_be_explained_and_a_new_one_need_not() throws IOException {
        table(now, GRADES, HEAD + "990200,新盟,70,70.00,合格,合格,2025-12-09\r\n");
        assertThat(check()).singleElement().asString().contains("→ （无）");
        table(
                now,
                GRADES,
                HEAD + "990100,青州盟,84.9963,84.99,合格,合格,2025-12-02\r\n990200,新盟,70,70.00,合格,合格,2025-12-09\r\n");
        assertThat(check()).isEmpty();
    }

    private List<String> check(Correction... corrections) throws IOException {
        try (var before = new FolderSource(old);
                var after = new FolderSource(now)) {
            return new CorrectionGate(PLACES, List.of(corrections))
                    .check(SiteComparison.figures(before, after)).stream()
                            .map(finding -> finding.toLine())
                            .toList();
        }
    }

    private static Correction correction(String page, String from, String to) {
        return new Correction(LocalDate.of(2025, 12, 9), page, from, to, "录入错误", "云教督更〔2025〕1号");
    }

    private static void table(Path site, String path, String csv) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, csv);
    }
}
