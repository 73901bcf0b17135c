package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.junit.jupiter.api.Test;

/** Where a survey was not weighted as its locked plan says, its pages say so; a place that is awaited is not named. */
class DeviationPagesTest {
    private static final String METHOD = "2025/survey-method/index.html";
    private static final String SURVEY = "2025/survey/index.html";
    private static final String PLACE = "2025/survey/chengchuan/index.html";

    private static Deviation deviation(PlaceCode place, Deviation.Kind kind, boolean seen) {
        return new Deviation(
                kind,
                place,
                Audience.PARENT,
                Optional.of(SchoolStage.JUNIOR),
                kind == Deviation.Kind.MERGED ? Optional.of(SchoolStage.PRIMARY) : Optional.empty(),
                98650,
                "该地初中在调查期间停课" + place,
                LocalDate.of(2025, 4, 1),
                List.of("经办岗", "复核岗"),
                seen);
    }

    @Test
    void the_method_the_survey_and_the_place_tell_what_was_done_instead_and_why() {
        SiteFiles files = SampleSite.of(SampleContent.sample()
                .deviations(List.of(
                        deviation(SampleContent.FIRST, Deviation.Kind.MERGED, false),
                        deviation(SampleContent.SECOND, Deviation.Kind.NOT_COVERED, true),
                        deviation(SampleContent.AWAITED, Deviation.Kind.ADJUSTED, false)))
                .build());
        assertThat(SampleSite.text(files, METHOD))
                .contains(
                        "家长（初中）",
                        "与小学合并加权",
                        "未覆盖：结果不代表这 98650 人",
                        "该地初中在调查期间停课990100",
                        "2025-04-01，经办岗、复核岗；登记前没有人看过结果",
                        "登记前已有人看过结果或答卷",
                        "另有 1 处涉及结果尚未公布的地区")
                .doesNotContain("该地初中在调查期间停课990400");
        assertThat(SampleSite.text(files, SURVEY)).contains("偏离方案", "与小学合并加权（98650 人）。理由：该地初中在调查期间停课990100");
        assertThat(SampleSite.text(files, PLACE)).contains("初中：与小学合并加权（98650 人）");
    }

    @Test
    void a_survey_that_followed_its_plan_says_nothing_of_deviations() {
        for (String page : List.of(METHOD, SURVEY, PLACE)) {
            assertThat(SampleSite.text(page)).doesNotContain("偏离方案");
        }
    }
}
