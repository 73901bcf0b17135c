package org.gongshi.generator.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.generator.word.WordFixture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as they really come: renamed, torn, hostile, with parts elsewhere; every one is read or refused in words. */
class WordFilesTest {
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};

    private final Findings findings = new Findings();

    private Optional<WordReport> read(byte[] bytes) {
        return WordReport.read("x.docx", bytes, findings);
    }

    private static byte[] compound(String entry) {
        byte[] name = entry.getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = Arrays.copyOf(COMPOUND, COMPOUND.length + name.length);
        System.arraycopy(name, 0, bytes, COMPOUND.length, name.length);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> files() throws IOException {
        WordFixture good = WordFixture.of(text("正文"));
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        byte[] whole = good.bytes();
        return Stream.of(
                Arguments.of(new byte[0], "空文件（0 字节）"),
                Arguments.of(compound("WordDocument"), "旧版 Word 或 WPS 文字文档（.doc、.wps）"),
                Arguments.of(compound("EncryptedPackage"), "加了打开密码的文件"),
                Arguments.of(compound("Workbook"), "旧版 Excel 或 WPS 表格（.xls、.et）"),
                Arguments.of(bytes("{\\rtf1 x}"), "RTF 文档"),
                Arguments.of(bytes("\uFEFF<html><body>x"), "网页"),
                Arguments.of(bytes("%PDF-1.7"), "PDF 文件"),
                Arguments.of(bytes("a,b\n1,2\n"), "文本表格（CSV）"),
                Arguments.of(new byte[1000], "不是 Office 文件"),
                Arguments.of(Arrays.copyOf(whole, whole.length / 2), "没有传完整的文件"),
                Arguments.of(WordFixture.of("").without("word/document.xml").bytes(), "缺少正文部分（document.xml）"),
                Arguments.of(
                        WordFixture.of("")
                                .raw("word/document.xml", "<w:document")
                                .bytes(),
                        "正文部分（document.xml）已损坏"),
                Arguments.of(
                        WordFixture.of("")
                                .raw("word/document.xml", entity + WordFixture.root("document", "&e;"))
                                .bytes(),
                        "正文部分（document.xml）已损坏"),
                Arguments.of(
                        WordFixture.of("")
                                .raw("word/document.xml", "<a>".repeat(5000) + "</a>".repeat(5000))
                                .bytes(),
                        "正文部分（document.xml）已损坏"),
                Arguments.of(
                        WordFixture.of("")
                                .raw("word/bomb.xml", new byte[30_000_001])
                                .bytes(),
                        "文件已损坏，或解压后过大"),
                Arguments.of(
                        WordFixture.of("")
                                .without("word/document.xml")
                                .raw("xl/workbook.xml", "<workbook/>")
                                .bytes(),
                        "Excel、PowerPoint 或别的程序的文件"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_is_no_document_is_refused_with_what_it_really_is(byte[] file, String what) {
        assertThat(read(file)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::message).containsExactly("不是可以读取的 .docx 文档：" + what);
        assertThat(findings.sorted()).allMatch(finding -> finding.hint().contains("请"));
    }

    @Test
    void the_strict_edition_of_the_standard_is_read_alike() throws IOException {
        String strict = WordFixture.root("document", "<w:body>" + text("严格") + "</w:body>")
                .replace(WordFixture.WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main");
        assertThat(read(WordFixture.of("").raw("word/document.xml", strict).bytes())
                        .orElseThrow()
                        .body())
                .isEqualTo("严格\n");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void parts_are_found_by_their_relations_also_absolute_and_in_utf_16() throws IOException {
        String main = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                + WordFixture.root("document", "<w:body>" + text("别处") + "</w:body>");
        byte[] file = WordFixture.of("")
                .without("word/document.xml")
                .raw(
                        "_rels/.rels",
                        WordFixture.relations("<Relationship Id='a' Type='" + WordFixture.OFFICE
                                + "/officeDocument' Target='/doc/main.xml'/>"))
                .raw("doc/main.xml", main.getBytes(StandardCharsets.UTF_16))
                .bytes();
        assertThat(read(file).orElseThrow().body()).isEqualTo("别处\n");
    }

    @Test
    void a_broken_part_beside_the_text_is_told_and_the_text_is_kept() throws IOException {
        byte[] file = WordFixture.of(text("正文"))
                .raw("word/footnotes.xml", "<w:footnotes")
                .bytes();
        assertThat(read(file).orElseThrow().body()).isEqualTo("正文\n");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("文档的一个部分已损坏，没有读取：word/footnotes.xml");
    }
}
