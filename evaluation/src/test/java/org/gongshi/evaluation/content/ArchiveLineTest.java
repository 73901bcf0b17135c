package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongshi.evaluation.archive.ArchivedReport;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveLineTest {
    private static final String VALID = "{\"id\":\"r1\",\"title\":\"报告\",\"year\":2015,\"date\":\"2015-09-01\","
            + "\"score\":72.6,\"areas\":[{\"name\":\"甲\",\"score\":72.6}],"
            + "\"scores\":[{\"name\":\"一\",\"area\":\"甲\",\"weight\":60,\"score\":81},"
            + "{\"name\":\"二\",\"area\":\"甲\",\"weight\":40,\"score\":60}],\"body\":\"## 文\"}";

    private final Findings findings = new Findings();

    @Test
    void reads_a_report_and_recomputes_its_score() {
        ArchivedReport report = read(VALID).orElseThrow();
        assertThat(findings.isEmpty()).isTrue();
        assertThat(report.score().exact()).isEqualTo("72.6");
        assertThat(report.recomputed()).isEqualByComparingTo("72.6");
        assertThat(report.items()).hasSize(2);
    }

    @Test
    void a_score_may_have_been_rounded_once() {
        assertThat(read(VALID.replace("\"score\":81}", "\"score\":81.007}"))).isPresent();
        assertThat(read(VALID.replace("\"score\":81}", "\"score\":81.02}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"id\":\"r1\"'        | '\"id\":\"../r1\"'     | id",
                "'\"id\":\"r1\"'        | '\"id\":\"1\"'         | id",
                "'\"title\":\"报告\"'   | '\"title\":\" \"'      | title",
                "'\"year\":2015'        | '\"year\":15'          | year",
                "'2015-09-01'           | '2015-13-01'           | date",
                "'\"score\":72.6,'      | '\"score\":72.7,'      | score",
                "'\"score\":60}'        | '\"score\":160}'       | score",
                "'\"weight\":40'        | '\"weight\":41'        | scores",
                "'\"weight\":40'        | '\"weight\":-1'        | scores.weight",
                "'\"body\":\"## 文\"'   | '\"body\":7'           | body",
                "'}'                    | '},'                   | ''",
            })
    void every_fault_names_the_line_and_the_field(String from, String to, String field) {
        assertThat(read(VALID.replaceFirst(
                        java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
                .isEmpty();
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.at().line()).isEqualTo(7);
            assertThat(finding.at().field()).isEqualTo(field);
        });
    }

    private Optional<ArchivedReport> read(String line) {
        return ArchiveLine.read(line.getBytes(StandardCharsets.UTF_8), 7, findings);
    }
}
