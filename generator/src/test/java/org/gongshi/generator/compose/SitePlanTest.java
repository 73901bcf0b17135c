package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.templates.frame.Edition;
import org.junit.jupiter.api.Test;

class SitePlanTest {
    @Test
    void gives_an_address_away_once_only() {
        SitePlan.Builder plan = new SitePlan.Builder(Edition.CHINESE).file("a.txt", new byte[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.file("a.txt", new byte[0]))
                .withMessageContaining("a.txt");
    }

    @Test
    void puts_data_beside_every_page_that_has_any() {
        SitePlan plan = SiteComposer.compose(SampleContent.content());
        plan.entries().forEach((path, entry) -> {
            if (entry instanceof SitePlan.Page page) {
                page.page()
                        .frame()
                        .data()
                        .ifPresent(data -> assertThat(plan.entries()).containsKey(data));
            }
        });
        assertThat(plan.entries())
                .containsKeys(
                        "2025/index.json", "2025/chengchuan/index.json", "2025/survey/index.json", "data/index.json");
    }

    @Test
    void tells_the_data_of_one_place_on_its_page_only() {
        SitePlan plan = SiteComposer.compose(SampleContent.content());
        String json = new String(
                ((SitePlan.File) plan.entries().get("2025/chengchuan/index.json")).bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json).contains("\"990100\"").doesNotContain("\"990200\"");
    }
}
