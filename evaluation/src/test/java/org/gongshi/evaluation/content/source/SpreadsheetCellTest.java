package org.gongshi.evaluation.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void what_would_begin_a_formula_bears_an_apostrophe_that_comes_off_again(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.bare(SpreadsheetCell.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1=1", "澄川市", "'quoted'", "'"})
    void any_other_text_stays_as_it_is(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.bare(text)).isEqualTo(text);
    }
}
