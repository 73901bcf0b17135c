package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @Test
    void quotes_commas_and_line_breaks_in_cells_are_kept() {
        var table = CsvTable.parse("a,b\n\"x,1\",\"say \"\"hi\"\"\"\n\"two\nlines\", z \n,\n");
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(2, List.of("x,1", "say \"hi\"")),
                        new CsvTable.Row(3, List.of("two\nlines", " z ")),
                        new CsvTable.Row(5, List.of("", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "\uFEFFa,b\n1,2\n\n\n"})
    void line_ends_a_byte_order_mark_and_empty_lines_at_the_end_do_not_matter(String text) {
        var table = CsvTable.parse(text);
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows()).containsExactly(new CsvTable.Row(2, List.of("1", "2")));
    }

    @Test
    void a_header_alone_is_a_table_without_rows() {
        assertThat(CsvTable.parse("a\n").rows()).isEmpty();
    }

    @Test
    void columns_are_found_by_name() {
        var table = CsvTable.parse("a,b\n1,2\n");
        assertThat(table.column("b")).isEqualTo(1);
        assertThat(table.column("c")).isEqualTo(-1);
    }

    @Test
    void an_empty_line_between_rows_is_a_fault_with_its_line() {
        assertFault("a,b\n1,2\n\n3,4\n", 3, "1 cells");
    }

    @Test
    void faults_name_the_line() {
        assertFault("a,b\n1,2\n1,2,3\n", 3, "3 cells");
        assertFault("a,a\n1,2\n", 1, "two columns are named a");
        assertFault("a,\n1,2\n", 1, "column 2 has no name");
        assertFault("", 1, "empty");
        assertFault("a,b\n1,\"2\n", 2, "");
    }

    private static void assertFault(String text, int line, String told) {
        assertThatThrownBy(() -> CsvTable.parse(text))
                .isInstanceOfSatisfying(
                        CsvTable.Fault.class, fault -> assertThat(fault.line()).isEqualTo(line))
                .hasMessageContaining(told);
    }
}
