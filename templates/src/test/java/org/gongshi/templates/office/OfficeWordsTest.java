package org.gongshi.templates.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;

/** Every word a page of the console asks for is there, none stands there unused, and none stands in a template. */
class OfficeWordsTest {
    private static final Wording WORDS = Wording.load("office", "zh-CN");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.?)\"");
    private static final Path CONSOLE = Path.of("../survey-server/src/main/java/org/gongshi/survey/console");

    @Test
    void every_key_that_is_said_has_words() {
        Pattern said = Pattern.compile("say\\((?:[^()\"]*\\? )?\"([a-z0-9.-]+[a-z0-9])\"");
        for (Path file : files(Path.of("jte/office"), Path.of("jte/layout/office.jte"), models(), CONSOLE)) {
            said.matcher(read(file))
                    .results()
                    .forEach(found ->
                            assertThat(WORDS.keys()).as(file.toString()).contains(found.group(1)));
        }
    }

    @Test
    void every_key_with_words_is_said() {
        Set<String> quoted = new TreeSet<>();
        for (Path file : files(Path.of("jte/office"), Path.of("jte/layout/office.jte"), models(), CONSOLE)) {
            QUOTED.matcher(read(file)).results().forEach(found -> quoted.add(found.group(1)));
        }
        // A key is quoted whole, or as a beginning ("audit.outcome.") to which its last part is added.
        assertThat(WORDS.keys())
                .allMatch(key -> quoted.contains(key)
                        || quoted.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part)));
    }

    @Test
    void no_template_and_no_script_holds_chinese_words() {
        Pattern han = Pattern.compile("\\p{IsHan}");
        for (Path file : files(Path.of("jte/office"), Path.of("jte/layout/office.jte"), Path.of("assets/office"))) {
            assertThat(han.matcher(read(file)).find()).as(file.toString()).isFalse();
        }
    }

    private static Path models() {
        return Path.of("src/main/java/org/gongshi/templates/office");
    }

    private static List<Path> files(Path... roots) {
        return Stream.of(roots)
                .flatMap(OfficeWordsTest::walk)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
