package org.gongshi.generator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.generator.word.WordFixture.paragraph;
import static org.gongshi.generator.word.WordFixture.run;
import static org.gongshi.generator.word.WordFixture.text;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.command.Terminal;
import org.gongshi.generator.picture.Pictures;
import org.gongshi.generator.word.WordFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document with an attack in every place where text can stand is imported, approved, built and opened: nothing of it runs. */
class HostileWordInBrowserTest {
    private static final String SCRIPT = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String HANDLER = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;";
    private static final String MARKS =
            "![x](https://a.example/x.png &quot;onerror=alert(1)&quot;) [y](javascript:alert(1)) "
                    + "&lt;javascript:alert(1)&gt; `a` **b** # c | d &amp;#106;avascript: --- {{加权分数}} \\";
    private static final String ALL = SCRIPT + HANDLER + MARKS;

    @TempDir
    private Path folder;

    private static String link(String id) {
        return "<w:hyperlink r:id='" + id + "' w:tooltip='" + HANDLER + "'>" + run("", ALL) + "</w:hyperlink>";
    }

    private static String field(String instruction) {
        return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + instruction
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("", ALL)
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    }

    private static String picture() {
        return "<w:r><w:drawing><wp:docPr id='1' name='" + ALL + "' descr='" + ALL
                + "'/><pic:pic><pic:blipFill><a:blip r:embed='p1'/></pic:blipFill></pic:pic></w:drawing></w:r>";
    }

    private static byte[] document() throws IOException {
        String style = "<w:pStyle w:val='%s'/>";
        String list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
        String body = paragraph(style.formatted("Title"), run("", ALL))
                + paragraph(style.formatted("Heading1"), run("", ALL))
                + paragraph(style.formatted("Heading2"), run("", ALL))
                + text(ALL)
                + text("# " + ALL)
                + text("&gt; " + ALL)
                + text("```html")
                + text("    " + ALL)
                + paragraph(list, run("<w:b/>", ALL))
                + paragraph("", run("<w:i/>", ALL) + link("h1") + run("", "!") + link("h2") + link("h3"))
                + paragraph("", field(" HYPERLINK &quot;javascript:alert(1)&quot; "))
                + paragraph("", field(" HYPERLINK &quot;https://a.example/&quot;onmouseover=alert(1)&quot; "))
                + paragraph("", picture())
                + "<w:tbl><w:tr><w:tc>" + text(ALL) + "</w:tc><w:tc>" + text(ALL) + "</w:tc></w:tr><w:tr><w:tc>"
                + paragraph("", picture()) + "</w:tc><w:tc>" + paragraph("", link("h3")) + "</w:tc></w:tr></w:tbl>"
                + paragraph("", run("", ALL) + "<w:r><w:footnoteReference w:id='2'/></w:r>")
                + paragraph(
                        "",
                        "<w:r><w:pict><v:textbox><w:txbxContent>" + text(ALL)
                                + "</w:txbxContent></v:textbox></w:pict></w:r>")
                + "<w:sdt><w:sdtContent>" + text(ALL) + "</w:sdtContent></w:sdt>";
        String external =
                "<Relationship Id='%s' Type='" + WordFixture.OFFICE + "/hyperlink' Target='%s' TargetMode='External'/>";
        return WordFixture.of(body)
                .related(external.formatted("h1", "javascript:alert(1)")
                        + external.formatted("h2", "https://a.example/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                        + external.formatted(
                                "h3", "https://a.example/)&lt;img src=x onerror=alert(1)&gt;[x](javascript:alert(1)")
                        + "<Relationship Id='p1' Type='" + WordFixture.OFFICE + "/image' Target='media/1.png'/>")
                .raw("word/media/1.png", Pictures.png(300, 200))
                .with(
                        "styles",
                        "<w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/></w:style>"
                                + "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/></w:style>"
                                + "<w:style w:type='paragraph' w:styleId='Heading2'><w:name w:val='heading 2'/></w:style>")
                .with(
                        "numbering",
                        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
                                + "<w:lvlText w:val='%1&lt;script&gt;alert(1)&lt;/script&gt;'/></w:lvl></w:abstractNum>"
                                + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>")
                .with("footnotes", "<w:footnote w:id='2'>" + text(ALL) + "</w:footnote>")
                .with("comments", "<w:comment w:id='1' w:author='" + HANDLER + "'>" + text(ALL) + "</w:comment>")
                .with("header1", text(ALL))
                .raw(
                        "docProps/core.xml",
                        "<cp:coreProperties xmlns:cp='urn:cp' xmlns:dc='urn:dc'><dc:title>" + ALL
                                + "</dc:title><dc:creator>" + ALL + "</dc:creator></cp:coreProperties>")
                .bytes();
    }

    @Test
    void nothing_that_a_document_says_runs_on_the_page() throws Exception {
        ContentFixture content = ContentFixture.undecided(folder.resolve("content"));
        Path file = folder.resolve("报告.docx");
        Files.write(file, document());
        var terminal = new Terminal(folder, "2025-12-31");
        assertThat(terminal.run(
                        "import", file, "--content", folder.resolve("content"), "--report", ContentFixture.FIRST))
                .as(terminal.out())
                .isZero();
        content.decide();
        assertThat(terminal.run("build", "--content", folder.resolve("content"), "--output", folder.resolve("site")))
                .as(terminal.out())
                .isZero();
        try (Browser browser = Browser.startOrSkip()) {
            for (String path :
                    List.of("2025/chengchuan/report/index.html", "2025/chengchuan/index.html", "search/index.html")) {
                Page page = browser.page(1280, 900, true);
                List<String> dialogs = new ArrayList<>();
                page.onDialog(dialog -> {
                    dialogs.add(dialog.message());
                    dialog.dismiss();
                });
                page.navigate(folder.resolve("site").resolve(path).toUri().toString());
                page.mouse().move(400, 400);
                assertThat(dialogs).as(path).isEmpty();
                assertThat(page.locator("article script, article [onerror], article [onmouseover], article iframe")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(page.locator("[href^='javascript:' i], [src^='javascript:' i]")
                                .count())
                        .as(path)
                        .isZero();
                assertThat((List<?>) page.evaluate("[...document.images].map(one => one.getAttribute('src'))"))
                        .as(path)
                        .allSatisfy(source -> assertThat((String) source).matches("[0-9a-f]{16}\\.png"));
            }
            assertThat(browser.requestsElsewhere("file:")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
