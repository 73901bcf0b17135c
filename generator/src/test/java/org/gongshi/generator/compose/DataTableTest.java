package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

class DataTableTest {
    @Test
    void quotes_what_rfc_4180_asks_for() {
        assertThat(csv("a,b", "1")).isEqualTo("\uFEFFtext,number\r\n\"a,b\",1\r\n");
        assertThat(csv("a\"b", "1")).contains("\"a\"\"b\",1");
        assertThat(csv("a\nb", "1")).contains("\"a\nb\",1");
    }

    @Test
    void guards_texts_but_never_numbers() {
        assertThat(csv("-1", "-1")).contains("'-1,-1");
        assertThat(csv("=A1", "")).contains("'=A1,\r\n");
        assertThat(csv("正常", "0")).contains("正常,0");
    }

    @Test
    void leaves_out_of_json_what_has_no_value() {
        DataTable table = table().row("x", Optional.empty()).build();
        assertThat(JsonText.compact(table.json())).isEqualTo("[{\"text\":\"x\"}]");
        assertThat(JsonText.compact(table().row("x", "33.330").build().json()))
                .isEqualTo("[{\"text\":\"x\",\"number\":33.330}]");
    }

    @Test
    void refuses_a_row_of_another_width() {
        assertThatIllegalArgumentException().isThrownBy(() -> table().row("x").build());
    }

    private static String csv(String text, String number) {
        return new String(table().row(text, number).build().csv(), StandardCharsets.UTF_8);
    }

    private static TableBuilder table() {
        return new TableBuilder("some", "data/some.csv", "Some")
                .columns(DataTable.Type.TEXT, "text")
                .columns(DataTable.Type.DECIMAL, "number");
    }
}
