package org.gongshi.evaluation.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
    private static final List<String> COLUMNS = List.of("a", "b");

    @Test
    void cells_have_line_and_column_also_after_a_cell_of_several_lines() {
        CsvFile file = read("a,b\r\n\"x\ny\",\"他说\"\"好\"\"\"\r\n名,\uD840\uDC00值\r\n", new Findings());
        assertThat(file.rows().get(0).text("b")).isEqualTo("他说\"好\"");
        assertThat(file.rows().get(0).at("b")).hasToString("t.csv:3:4");
        assertThat(file.rows().get(1).at("b")).hasToString("t.csv:4:3");
    }

    @Test
    void columns_may_come_in_any_order_and_blank_rows_are_passed_over() {
        CsvFile file = read("b,a\n1,2\n,\n\n3,4\n", new Findings());
        assertThat(file.rows()).extracting(row -> row.text("a")).containsExactly("2", "4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a,b\\n1        | t.csv:2:1: error: 这一行有 1 格，表头有 2 列
                    a,b\\n1,2,3    | t.csv:2:1: error: 这一行有 3 格，表头有 2 列
                    a,c\\n1,2      | t.csv:1:3: error: 未知的列“c”
                    a\\n1          | t.csv:1:1: error: 表头缺少列“b”
                    a,b,a\\n       | t.csv:1:5: error: 列“a”重复
                    a,b\\n1,"2     | t.csv:2:3: error: 这里的引号没有成对
                    a,b\\n"1"x,2   | t.csv:2:4: error: 右引号之后应为逗号或行末
                    a,b\\n1x"y,2   | t.csv:2:3: error: 没有引号的单元格里出现了双引号
                    a;b\\n1;2      | t.csv:1:1: error: 未知的列“a;b”
                    """)
    void what_is_no_table_is_refused(String csv, String expected) {
        Findings findings = new Findings();
        CsvFile.read(file(csv.replace("\\n", "\n")), COLUMNS, findings);
        assertThat(findings.sorted()).extracting(Finding::toLine).anyMatch(line -> line.startsWith(expected));
    }

    @Test
    void whatever_is_quoted_by_the_rules_comes_back() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> cells = new ArrayList<>();
            StringBuilder csv = new StringBuilder("a,b\n");
            for (int row = 0; row < 5; row++) {
                String first = "k" + word(random);
                String second = word(random) + "z";
                cells.add(first.strip());
                cells.add(second.strip());
                csv.append(quote(first)).append(',').append(quote(second)).append(row % 2 == 0 ? "\n" : "\r\n");
            }
            List<String> found = new ArrayList<>();
            read(csv.toString(), new Findings()).rows().forEach(row -> {
                found.add(row.text("a"));
                found.add(row.text("b"));
            });
            assertThat(found).isEqualTo(cells);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append("值\",\n\r x".charAt(random.nextInt(7)));
        }
        return word.toString();
    }

    private static String quote(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static CsvFile read(String csv, Findings findings) {
        CsvFile table = CsvFile.read(file(csv), COLUMNS, findings).orElseThrow();
        assertThat(findings.sorted()).isEmpty();
        return table;
    }

    private static SourceFile file(String csv) {
        return new SourceFile("t.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
