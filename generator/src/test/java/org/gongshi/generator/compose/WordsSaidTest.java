package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;

/** No words in the file that no page says: they would be translated for nothing. */
class WordsSaidTest {
    private static final Pattern KEY = Pattern.compile("(?:text|say)\\(\\s*\"([A-Za-z.-]+)\"|\"([a-zA-Z.]+)\"");
    /** Keys made of two parts, the second from an enum or a list. */
    private static final List<String> FAMILIES = List.of(
            "state.",
            "step.",
            "stage.",
            "nav.",
            "part.",
            "page.",
            "door.",
            "table.",
            "type.",
            "column.",
            "joint.",
            "kind.",
            "analysis.",
            "systems.",
            "term.",
            "trace.");

    @Test
    void has_no_words_that_nobody_says() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path root : List.of(Path.of("../templates/jte"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        said.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                    }
                }
            }
        }
        Set<String> silent = Wording.load("site", "zh-CN").keys().stream()
                .filter(key -> FAMILIES.stream().noneMatch(key::startsWith))
                .filter(key -> !said.contains(key))
                .filter(key -> !key.endsWith(".lead"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).isEmpty();
    }
}
