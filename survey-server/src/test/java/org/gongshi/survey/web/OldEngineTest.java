package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.survey.browser.Browser;
import org.junit.jupiter.api.Test;

/** A parser that stands in the year 2017 reads every script that the pages load: an old web view does no more. */
class OldEngineTest {
    private static final String ACORN = "/META-INF/resources/webjars/acorn/8.15.0/dist/acorn.js";
    /** Of ECMAScript 2017. */
    private static final String PARSE = "source => { try { acorn.parse(source, {ecmaVersion: 8}); return ''; }"
            + " catch (fault) { return String(fault.message); } }";

    @Test
    void every_script_is_read_as_es2017() throws IOException {
        try (Browser browser = Browser.startOrSkip()) {
            Page page = browser.page(360, 640, true);
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(acorn()));
            for (Path script : scripts()) {
                assertThat(page.evaluate(PARSE, Files.readString(script)))
                        .as(script.toString())
                        .isEqualTo("");
            }
        }
    }

    /** The parser must be able to refuse. */
    @Test
    void what_is_newer_is_not_read() throws IOException {
        try (Browser browser = Browser.startOrSkip()) {
            Page page = browser.page(360, 640, true);
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(acorn()));
            for (String newer :
                    List.of("a?.b", "a ?? b", "x = {...y}", "try { f() } catch { g() }", "10n", "/(?<n>x)/")) {
                assertThat((String) page.evaluate(PARSE, newer)).as(newer).isNotEmpty();
            }
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../templates/assets/survey"))) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
            assertThat(scripts).isNotEmpty();
            return scripts;
        }
    }

    private static String acorn() throws IOException {
        try (InputStream bytes = OldEngineTest.class.getResourceAsStream(ACORN)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
