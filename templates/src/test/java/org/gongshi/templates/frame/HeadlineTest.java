package org.gongshi.templates.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource({"2025年度盟市级人民政府履行教育职责评价,2025年度[盟市级][人民政府][履行教育职责]评价", "人民政府,[人民政府]", "工作日程,工作日程", "'',''"})
    void keeps_the_words_of_the_field_whole(String heading, String cut) {
        assertThat(Headline.pieces(heading).stream()
                        .map(piece -> piece.whole() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()))
                .isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"穹塔盟：2025年度盟市级人民政府履行教育职责评价结果（演示）", "a <b> & 评价报告", "评价结果评价结果"})
    void loses_no_character(String heading) {
        assertThat(Headline.pieces(heading).stream().map(Headline.Piece::text).collect(Collectors.joining()))
                .isEqualTo(heading);
    }
}
