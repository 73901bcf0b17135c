package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureCitationsTest {
    @TempDir
    private Path root;

    @Test
    void citations_are_found_with_line_and_column() {
        String body = "## 标题 {{等级}}\n\n| a | {{得分 A1-02}} |\n|---|---|\n一段\uD840\uDC00{{问题数}}。";
        assertThat(FigureCitations.find(body, 11))
                .extracting(citation -> citation.name() + "@" + citation.line() + ":" + citation.column())
                .containsExactly("等级@11:7", "得分 A1-02@13:7", "问题数@15:4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    `{{a}}`                              |
                    ``x ` {{a}}`` {{b}}                  | b
                    \\`{{a}}\\`                          | a
                    `{{a}} without an end                | a
                    ```\\n{{a}}\\n```\\n{{b}}            | b
                    ```\\n{{a}}                          |
                    text `one\\n{{a}} two` {{b}}         | b
                    text `one\\n\\n{{a}} two` {{b}}      | a b
                    > {{a}}\\n- {{b}}                    | a b
                    **{{a}}**[{{b}}](x)                  | a b
                    """)
    void code_is_not_looked_at(String body, String expected) {
        String found = String.join(
                " ",
                FigureCitations.find(body.replace("\\n", "\n").replace("\\\\", "\\"), 1).stream()
                        .map(FigureCitations.Citation::name)
                        .toList());
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_fence_of_tildes_is_code_until_one_as_long() {
        assertThat(FigureCitations.find("~~~~\n{{a}}\n~~~\n{{b}}\n~~~~\n{{c}}", 1))
                .extracting(FigureCitations.Citation::name)
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource({"a {{等级, 1", "a {{等级}, 1", "'{{a\n}}', 1", "'{{a {{等级}}', 2"})
    void an_open_citation_is_seen(String body, int count) {
        assertThat(FigureCitations.find(body, 1)).hasSize(count);
        assertThat(FigureCitations.find(body, 1).get(0).closed()).isFalse();
    }

    @Test
    void figures_are_those_of_the_dossier() {
        Figures figures = figures();
        assertThat(figures.value("加权分数")).contains("93.64");
        assertThat(figures.value("等级")).contains("优秀");
        assertThat(figures.value("问题数")).contains("2");
        assertThat(figures.value("得分 A1-02")).contains("96");
        assertThat(figures.value(" 原始值  A1-02 ")).contains("98.4%");
        assertThat(figures.value("原始值 A2-01")).contains("1件");
        assertThat(figures.value("领域得分 A2")).contains("29.8164");
        assertThat(figures.value("满意度 parent")).contains("88.2");
        assertThat(figures.value("满意度 student")).contains("不予公布");
        assertThat(figures.value("原始值 A1-01")).isEmpty();
        assertThat(figures.value("得分 A9-99")).isEmpty();
    }

    @Test
    void filling_leaves_code_and_faults_alone() {
        assertThat(FigureCitations.fill("等级{{等级}}、`{{等级}}`、{{无}}、{{等级", figures()))
                .isEqualTo("等级优秀、`{{等级}}`、{{无}}、{{等级");
    }

    private Figures figures() {
        ContentFixture content = ContentFixture.undecided(root);
        ContentReader reader = new ContentReader(content.folder(), new Findings());
        Dossier dossier = new DossierReader(reader, Scope.everything())
                .read(new Subject(ContentFixture.KEY, new PlaceCode("990100")))
                .orElseThrow()
                .dossier();
        return Figures.of(dossier, reader.results(ContentFixture.KEY));
    }
}
