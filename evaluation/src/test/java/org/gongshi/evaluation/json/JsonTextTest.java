package org.gongshi.evaluation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void a_number_is_written_exactly_as_it_was_read() {
        String text = "{\"b\":[84.9950,1E-7,-0.10],\"a\":{\"z\":null,\"y\":true,\"中文\":\"<a>\\n\"}}";
        assertThat(JsonText.compact(JsonText.parse(text))).isEqualTo(text.replace("1E-7", "0.0000001"));
    }

    @Test
    void the_canonical_form_sorts_fields_at_every_level() {
        assertThat(new String(
                        JsonText.canonical(JsonText.parse("{\"b\":{\"d\":1,\"c\":2},\"a\":3}")),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":3,\"b\":{\"c\":2,\"d\":1}}");
    }

    @Test
    void the_pretty_form_ends_lines_with_lf_on_every_system() {
        assertThat(new String(JsonText.pretty(JsonText.parse("{\"a\":[1,2]}")), StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"a\" : [\n    1,\n    2\n  ]\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "NaN",
                "[1] 2",
                "{'a':1}",
                "// c\n1",
                "\"\\ud800\"",
                "{\"\\ud800\":1}",
                "01",
                "1e99999999999999999999",
                "1e1000000000",
                "[2.5e-1000000]"
            })
    void anything_but_strict_json_is_a_fault(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(JsonFault.class);
    }

    @Test
    void a_number_of_a_thousand_digits_is_one() {
        assertThat(JsonText.compact(JsonText.parse("1e1000"))).isEqualTo("1" + "0".repeat(1000));
    }

    @Test
    void deep_nesting_is_a_fault_not_a_stack_overflow() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000))).isInstanceOf(JsonFault.class);
    }

    @Test
    void bytes_that_are_not_utf8_are_a_fault() {
        assertThatThrownBy(() -> JsonText.parse(new byte[] {'"', (byte) 0xd6, (byte) 0xd0, '"'}))
                .isInstanceOf(JsonFault.class)
                .hasMessage("not UTF-8");
    }
}
