package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.evaluation.scoring.SelfAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column {@code claimed} of {@code scores.csv} (自评得分). */
class ClaimsTest {
    private static final String FILE = "2025/990000/scores.csv";

    @TempDir
    Path root;

    private ContentFixture content;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(root);
    }

    @Test
    void decisions_on_sheets_without_the_column_hold() {
        assertThat(content.build()).isInstanceOf(GateResult.Passed.class);
        assertThat(sheetOfFirst().scores()).allMatch(score -> score.claimed().isEmpty());
    }

    @Test
    void decisions_do_not_hold_for_a_sheet_that_got_claims_afterwards() {
        claim("97", "96", "96", "", "");
        assertThat(content.build()).isInstanceOf(GateResult.Refused.class);
        assertThat(lines()).anyMatch(line -> line.contains("decisions.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "97, 96, 96, 88, '', error, 满意度指标没有自评得分",
        "97, '', 96, '', '', warning, 没有自评得分",
        "97.12345, 96, 96, '', '', error, 小数多于 4 位",
        "101, 96, 96, '', '', error, 100",
        "-1, 96, 96, '', '', error, 0",
        "abc, 96, 96, '', '', error, abc",
    })
    void a_wrong_claim_is_told_where_it_stands(
            String one, String two, String three, String four, String five, String severity, String message) {
        claim(one, two, three, four, five);
        assertThat(lines())
                .anyMatch(line -> line.startsWith(FILE)
                        && line.contains(": " + severity + ": ")
                        && line.contains("claimed: ")
                        && line.contains(message));
    }

    @Test
    void only_indicators_with_a_claim_count_on_either_side() {
        content = ContentFixture.undecided(root);
        content.delete(ContentFixture.FIRST + "/decisions.yaml").delete(ContentFixture.SECOND + "/decisions.yaml");
        claim("97", "", "100", "", "");
        content.decide();
        SelfAssessment claims = SelfAssessment.of(sheetOfFirst()).orElseThrow();
        var first = claims.indicators().get(0).weight();
        var second = claims.indicators().get(1).weight();
        assertThat(claims.indicators()).extracting(one -> one.code().value()).containsExactly("A1-01", "A2-01");
        assertThat(claims.weight()).isEqualByComparingTo(first.add(second));
        assertThat(claims.claimed())
                .isEqualByComparingTo(first.multiply(new BigDecimal("97"))
                        .add(second.multiply(new BigDecimal("100")))
                        .movePointLeft(2));
        assertThat(claims.confirmed())
                .isEqualByComparingTo(first.multiply(new BigDecimal("95.5"))
                        .add(second.multiply(new BigDecimal("96")))
                        .movePointLeft(2));
        assertThat(claims.sheet().system().areas())
                .filteredOn(area -> claims.in(area).isPresent())
                .hasSize(2);
    }

    private ScoreSheet sheetOfFirst() {
        return ((GateResult.Passed) content.build())
                .content()
                .rounds()
                .get(0)
                .reports()
                .get(0)
                .dossier()
                .sheet();
    }

    private List<String> lines() {
        return content.check().stream().map(Finding::toLine).toList();
    }

    /** Adds the column: claims of the first place, none of the others. */
    private void claim(String... claims) {
        List<String> rows = content.read(FILE).lines().toList();
        StringBuilder text = new StringBuilder(rows.get(0)).append(",claimed\n");
        for (int i = 1; i < rows.size(); i++) {
            text.append(rows.get(i))
                    .append(',')
                    .append(i <= claims.length ? claims[i - 1] : "")
                    .append('\n');
        }
        content.write(FILE, text.toString());
    }
}
