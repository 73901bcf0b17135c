package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

class DataCatalogueTest {
    @Test
    void linked_data_cannot_end_its_element_and_says_the_same() {
        Json hostile = Json.object()
                .put("name", "</script><script>alert(1)</script><!-- & ]]>")
                .build();
        String written = DataCatalogue.inScript(hostile).value();
        assertThat(written).doesNotContain("<").doesNotContain(">").doesNotContain("&");
        assertThat(JsonText.parse(written)).isEqualTo(hostile);
    }
}
