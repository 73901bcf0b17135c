package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of articles 8 and 10: what was claimed and confirmed, who was drawn and how anyone draws again. */
class StepPagesTest {
    private static final String COMMITMENT = "sha256:6c91ba9b3bf911afc5ee290afa9f357c44176dd4b196a2b4ed12e2c01e4c09f1";

    private static String text(String path) {
        return SampleSite.text(ShippedDemo.FILES, path);
    }

    @Test
    void the_page_of_the_inspection_tells_promise_seed_teams_exclusions_and_how_to_repeat_it() {
        assertThat(text("2025/inspection/index.html"))
                .contains(COMMITMENT, "draw-check inspection-draw.json --commitment " + COMMITMENT)
                .contains("abf0e22b-3ebe-4e70-8c57-c7222b1b066d", "第051期", "第 6 组", "回避：", "不能参加")
                .contains("notices/2025-04-28-draw/index.html", "href=\"inspection-draw.json\"")
                .contains("与记录完全相同，种子与承诺值相符");
        assertThat(text("notices/2025-04-28-draw/index.html")).contains(COMMITMENT);
    }

    @Test
    void the_published_record_is_the_one_that_was_drawn() throws IOException {
        assertThat(text("2025/inspection/inspection-draw.json"))
                .isEqualTo(Files.readString(
                        Path.of("..", "content", "demo", "2025", "990000", "inspection-draw.json"),
                        StandardCharsets.UTF_8));
        assertThat(rows("data/2025/inspection.csv")).hasSize(12 * 6);
    }

    @Test
    void a_year_without_a_record_says_so() {
        assertThat(text("2024/inspection/index.html")).contains("本年度没有公布抽取记录").doesNotContain("draw-check");
    }

    @Test
    void claims_stand_beside_confirmed_points_and_add_up_from_the_download() {
        BigDecimal claimed = BigDecimal.ZERO;
        BigDecimal confirmed = BigDecimal.ZERO;
        for (List<String> row : rows("data/2025/scores.csv")) {
            String claim = row.get(row.size() - 1);
            if (row.get(0).equals("990400") && !claim.isEmpty()) {
                BigDecimal weight = new BigDecimal(row.get(5));
                claimed = claimed.add(weight.multiply(new BigDecimal(claim)));
                confirmed = confirmed.add(weight.multiply(new BigDecimal(row.get(11))));
            }
        }
        String sentence = "自评 " + shown(claimed) + " 分，核定 " + shown(confirmed) + " 分（满分 91，有自评得分的 39 项指标）";
        assertThat(text("2025/self-evaluation/yanhe/index.html"))
                .contains(sentence, "id=\"claims-chart-t\"", "+62.50", "弄虚作假");
        assertThat(text("2025/yanhe/index.html")).contains(sentence);
        assertThat(text("2025/self-evaluation/index.html"))
                .contains(">" + shown(claimed) + "<", ">" + shown(confirmed) + "<");
    }

    @Test
    void a_year_without_claims_shows_none() {
        assertThat(text("2024/self-evaluation/yanhe/index.html")).doesNotContain("claims", "自评得分");
        assertThat(text("2024/self-evaluation/index.html")).doesNotContain("自评得分");
    }

    private static String shown(BigDecimal hundredfold) {
        return hundredfold.movePointLeft(2).setScale(2, RoundingMode.DOWN).toPlainString();
    }

    private static List<List<String>> rows(String path) {
        return text(path)
                .lines()
                .skip(1)
                // Texts of these columns hold no commas; quoted ones stand behind those that are read.
                .map(line -> Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .toList();
    }
}
