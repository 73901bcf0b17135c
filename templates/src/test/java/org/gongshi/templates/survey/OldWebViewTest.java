package org.gongshi.templates.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages load runs in web views of 2017: a token that is newer would stop the whole script there. */
class OldWebViewTest {
    private static final Path ASSETS = Path.of("assets/survey");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\?\\.[a-zA-Z(\\[]",
                "\\?\\?",
                "&&=",
                "\\|\\|=",
                "\\*\\*=?",
                "async\\s*\\*",
                "for\\s+await",
                "catch\\s*\\{",
                "[{,]\\s*\\.\\.\\.",
                "\\(\\?<",
                "\\b\\d+n\\b",
                "\\d_\\d",
                "\\bimport\\b",
                "\\bexport\\b",
                "#[a-z]+\\s*[=(;]",
                "static\\s*\\{",
                "\\.(finally|flat|flatMap|matchAll|replaceAll|at|hasOwn|allSettled|any|fromEntries|trimStart|trimEnd|replaceWith)\\(",
                "\\b(globalThis|structuredClone|queueMicrotask|WeakRef|requestSubmit|submitter)\\b"
            })
    void the_script_knows_nothing_newer_than_es2017(String newer) throws IOException {
        assertThat(newer(newer, script())).isFalse();
    }

    /** The patterns themselves must be able to find something. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a?.b", "a ?? b", "x = {...y}", "try { } catch { }", "10n", "a.flat()", "import x from 'y'"})
    void the_patterns_find_newer_syntax(String newer) {
        String all = "\\?\\.[a-zA-Z(\\[]|\\?\\?|[{,]\\s*\\.\\.\\.|catch\\s*\\{|\\b\\d+n\\b|\\.(flat)\\(|\\bimport\\b";
        assertThat(newer(all, newer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":has\\(",
                ":is\\(",
                ":where\\(",
                ":focus-visible",
                "\\binset:",
                "clamp\\(",
                "@layer",
                "@container",
                // Nothing is fetched but the letters of a language's name, and those only where it is offered.
                "url\\((?!mongolian-name\\.woff2\\))"
            })
    void the_style_needs_nothing_newer(String newer) throws IOException {
        assertThat(newer(newer, Files.readString(ASSETS.resolve("survey.css")))).isFalse();
    }

    @Test
    void the_script_asks_nobody_else_and_runs_no_text() throws IOException {
        assertThat(script()).doesNotContain("http:", "https:", "eval(", "innerHTML", "document.write", "new Function");
    }

    private static boolean newer(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** Without comments and texts, which may say what they like. */
    private static String script() throws IOException {
        return Files.readString(ASSETS.resolve("survey.js"))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)//.*$", "")
                .replaceAll("'[^'\\n]*'", "''");
    }
}
