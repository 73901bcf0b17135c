package org.gongshi.generator.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.generator.word.WordFixture.paragraph;
import static org.gongshi.generator.word.WordFixture.run;
import static org.gongshi.generator.word.WordFixture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.generator.picture.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a document come along as their author showed them, or are told; nothing that he covered comes to light. */
class WordPicturesTest {
    private static final String NAME = "pictures/[0-9a-f]{16}\\.(png|jpg)";

    private final Findings findings = new Findings();

    private List<String> told() {
        return findings.sorted().stream().map(Finding::message).toList();
    }

    static String drawing(String words, String blip, String fill, String shape) {
        return "<w:drawing><wp:inline><wp:docPr id='1' name='图片 1' descr='" + words
                + "'/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr/></pic:nvPicPr><pic:blipFill>" + blip
                + fill + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>" + shape
                + "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
    }

    static String drawing(String words) {
        return drawing(words, "<a:blip r:embed='p1'/>", "", "<a:xfrm/><a:prstGeom prst='rect'/>");
    }

    private static String in(String drawing) {
        return paragraph("", "<w:r>" + drawing + "</w:r>");
    }

    static WordFixture document(String body, String target, byte[] picture) {
        return WordFixture.of(body)
                .related("<Relationship Id='p1' Type='" + WordFixture.OFFICE + "/image' Target='" + target + "'/>")
                .raw("word/media/image1.png", picture);
    }

    private WordReport read(WordFixture document) throws IOException {
        return WordReport.read("x.docx", document.bytes(), findings).orElseThrow();
    }

    private WordReport read(String body, byte[] picture) throws IOException {
        return read(document(body, "media/image1.png", picture));
    }

    @Test
    void a_picture_stands_behind_its_paragraph_with_the_words_of_its_author() throws Exception {
        WordReport report = read(
                text("前") + paragraph("", run("", "见图") + "<w:r>" + drawing("分数 [图]* 对比") + "</w:r>") + text("后"),
                Pictures.inscribed(Pictures.png(30, 20)));
        assertThat(report.body()).matches("前\n\n见图\n\n!\\[分数 \\\\\\[图\\\\]\\\\\\* 对比]\\(" + NAME + "\\)\n\n后\n");
        Picture plain = PictureFile.read(Pictures.png(30, 20)).picture();
        assertThat(report.pictures()).containsExactly(Map.entry(plain.name(), plain));
        assertThat(report.body()).contains("(pictures/" + plain.name() + ")");
        assertThat(told()).isEmpty();
    }

    @Test
    void the_same_picture_twice_is_one_file_and_the_same_document_gives_the_same_files() throws Exception {
        String body = in(drawing("甲")) + in(drawing("乙"));
        WordReport report = read(body, Pictures.jpeg(30, 20));
        assertThat(report.pictures()).hasSize(1);
        assertThat(read(body, Pictures.jpeg(30, 20))).isEqualTo(report);
    }

    @Test
    void a_picture_in_a_cell_stays_in_its_cell() throws Exception {
        String cell =
                "<w:tbl><w:tr><w:tc>" + text("列") + "</w:tc><w:tc>" + in(drawing("甲|乙")) + "</w:tc></w:tr></w:tbl>";
        assertThat(read(cell, Pictures.png(9, 9)).body())
                .matches("\\| 列 \\| !\\[甲\\\\\\|乙]\\(" + NAME + "\\) \\|\n\\| --- \\| --- \\|\n");
    }

    @Test
    void a_picture_without_words_is_told_with_how_to_mend_it() throws Exception {
        assertThat(read(in(drawing("")), Pictures.png(9, 9)).body()).startsWith("![](pictures/");
        assertThat(told()).singleElement().asString().startsWith("图片没有替代文字（1 处）");
        assertThat(findings.sorted().get(0).hint()).contains("编辑替代文字");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a",
                "\u0001\0\0\0"
            })
    void what_is_no_picture_is_told_whatever_its_name(String content) throws Exception {
        WordReport report = read(text("前") + in(drawing("图")), content.getBytes(StandardCharsets.UTF_8));
        assertThat(report.body()).isEqualTo("前\n");
        assertThat(report.pictures()).isEmpty();
        assertThat(told()).containsExactly("文档中的图片没有导入（1 处）：第 1 段“图”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../../etc/passwd",
                "../../x.png",
                "/etc/passwd",
                "file:///etc/passwd",
                "media/../../../x",
                "media/none.png",
                "http://127.0.0.1:1/x.png",
                "%2e%2e/%2e%2e/x"
            })
    void a_relation_leads_nowhere_but_to_a_part_of_the_document(String target) throws Exception {
        WordReport report = read(document(text("前") + in(drawing("图")), target, Pictures.png(9, 9)));
        assertThat(report.pictures()).isEmpty();
        assertThat(told()).containsExactly("文档中的图片没有导入（1 处）：第 1 段“图”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a:blip r:embed='p1'/> | <a:srcRect/> | <a:prstGeom prst='ellipse'/>",
                "<a:blip r:embed='p1'/> | <a:srcRect/> | <a:custGeom/>",
                "<a:blip r:embed='p1'><a:lum bright='100000'/></a:blip> | <a:srcRect/> | <a:prstGeom prst='rect'/>",
                "<a:blip r:embed='p1'/> | <a:tile/> | <a:prstGeom prst='rect'/>",
                "<a:blip r:embed='p1'/> | <a:srcRect l='60000' r='60000'/> | <a:prstGeom prst='rect'/>",
                "<a:blip r:embed='p1'/> | <a:srcRect l='x'/> | <a:prstGeom prst='rect'/>"
            })
    void a_picture_that_word_shows_otherwise_is_not_taken(String blip, String fill, String shape) throws Exception {
        assertThat(read(text("前") + in(drawing("图", blip, fill, shape)), Pictures.png(9, 9))
                        .pictures())
                .isEmpty();
        assertThat(told()).singleElement().asString().startsWith("图片裁成了别的形状、加了效果或与别的图形组合，没有导入");
    }

    @Test
    void the_hidden_part_of_a_cropped_picture_is_not_in_the_file() throws Exception {
        String cropped = drawing("图", "<a:blip r:embed='p1'/>", "<a:srcRect l='50000'/>", "<a:prstGeom prst='rect'/>");
        Picture picture = read(in(cropped), Pictures.png(200, 100))
                .pictures()
                .values()
                .iterator()
                .next();
        assertThat(picture.width()).isEqualTo(100);
        assertThat(picture.bytes()).isNotEqualTo(Pictures.png(200, 100));
    }

    @Test
    void a_turned_picture_is_turned() throws Exception {
        String turned = drawing("图", "<a:blip r:embed='p1'/>", "", "<a:xfrm rot='5400000'/><a:prstGeom prst='rect'/>");
        Picture picture = read(in(turned), Pictures.png(200, 100))
                .pictures()
                .values()
                .iterator()
                .next();
        assertThat(List.of(picture.width(), picture.height())).containsExactly(100, 200);
    }

    @Test
    void groups_hidden_and_linked_pictures_are_told() throws Exception {
        String linked = drawing("链接", "<a:blip r:link='p1'/>", "", "<a:prstGeom prst='rect'/>");
        String hidden = drawing("藏").replace("name='图片 1'", "name='图片 1' hidden='1'");
        String group = "<w:drawing><g:wgp xmlns:g='urn:g'>" + drawing("组") + "</g:wgp></w:drawing>";
        String vanished = paragraph("", "<w:r><w:rPr><w:vanish/></w:rPr>" + drawing("隐") + "</w:r>");
        assertThat(read(text("前") + in(linked) + in(hidden) + in(group) + vanished, Pictures.png(9, 9))
                        .pictures())
                .isEmpty();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "图片只是链接，不在文档里，没有导入（1 处）：第 1 段“链接”",
                        "图片裁成了别的形状、加了效果或与别的图形组合，没有导入（1 处）：第 1 段“组”",
                        "隐藏的文字没有导入（2 处）：第 1 段“图片 藏”、第 1 段“图片”");
    }

    @Test
    void a_shape_that_may_lie_upon_a_picture_is_told() throws Exception {
        String shape = "<w:pict><v:rect/></w:pict>";
        read(in(shape), Pictures.png(9, 9));
        assertThat(told()).isEmpty();
        read(in(shape) + in(drawing("图")), Pictures.png(9, 9));
        assertThat(told()).singleElement().asString().startsWith("画上去的图形没有导入，被它遮住的图片内容会露出来（1 处）");
    }

    @Test
    void an_older_picture_comes_along_too() throws Exception {
        String old = "<w:pict><v:shape alt='旧图'><v:imagedata r:id='p1'/></v:shape></w:pict>";
        assertThat(read(in(old), Pictures.jpeg(9, 9)).body()).matches("!\\[旧图]\\(" + NAME + "\\)\n");
        String cropped = old.replace("r:id='p1'", "r:id='p1' cropleft='6554f'");
        assertThat(read(in(cropped), Pictures.jpeg(9, 9)).pictures()).isEmpty();
    }

    @Test
    void a_note_has_relations_of_its_own() throws Exception {
        String note = "<w:footnote w:id='2'><w:p><w:hyperlink r:id='p1'>" + run("", "链接") + "</w:hyperlink><w:r>"
                + drawing("注中图") + "</w:r></w:p></w:footnote>";
        WordReport report = read(document(
                        paragraph("", run("", "正文") + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
                        "media/image1.png",
                        Pictures.png(9, 9))
                .with("footnotes", note)
                .raw(
                        "word/_rels/footnotes.xml.rels",
                        WordFixture.relations("<Relationship Id='p1' Type='" + WordFixture.OFFICE
                                + "/hyperlink' Target='https://a.example/' TargetMode='External'/>")));
        assertThat(report.body()).isEqualTo("正文〔注1〕\n\n注1：[链接](https://a.example/)\n");
        assertThat(report.pictures()).isEmpty();
    }

    @Test
    void more_pictures_than_a_report_may_have_are_told() throws Exception {
        StringBuilder body = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        WordFixture document = WordFixture.of("");
        for (int number = 1; number <= 22; number++) {
            body.append(in(drawing("图" + number).replace("p1", "p" + number)));
            relations
                    .append("<Relationship Id='p")
                    .append(number)
                    .append("' Type='")
                    .append(WordFixture.OFFICE)
                    .append("/image' Target='media/")
                    .append(number)
                    .append(".png'/>");
        }
        document = WordFixture.of(body.toString()).related(relations.toString());
        for (int number = 1; number <= 22; number++) {
            document.raw("word/media/" + number + ".png", Pictures.png(number, 9));
        }
        assertThat(read(document).pictures()).hasSize(20);
        assertThat(told()).singleElement().asString().startsWith("图片太多，没有导入（2 处）");
    }

    @Test
    void a_picture_that_unfolds_to_more_than_any_photograph_is_not_read() throws Exception {
        byte[] bomb = new byte[25_000_000];
        System.arraycopy(Pictures.png(9, 9), 0, bomb, 0, 60);
        assertThat(read(text("前") + in(drawing("图")), bomb).pictures()).isEmpty();
        assertThat(read(text("前") + in(drawing("图")), Pictures.promised(50_000, 50_000))
                        .pictures())
                .isEmpty();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "文档中的图片没有导入（1 处）：第 1 段“图”", "图片不能用，没有导入（1 处）：第 1 段“图片有 50000×50000 像素，超过 4000 万，图”");
    }

    @Test
    void an_exclamation_mark_before_a_link_makes_no_picture() throws Exception {
        WordReport report = read(WordFixture.of(
                        paragraph("", run("", "注意!") + "<w:hyperlink r:id='h1'>" + run("", "看这里") + "</w:hyperlink>"))
                .related("<Relationship Id='h1' Type='" + WordFixture.OFFICE
                        + "/hyperlink' Target='https://a.example/' TargetMode='External'/>"));
        assertThat(report.body()).isEqualTo("注意\\![看这里](https://a.example/)\n");
    }
}
