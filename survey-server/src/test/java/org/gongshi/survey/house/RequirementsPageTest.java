package org.gongshi.survey.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that say which test shows what name tests that there are. */
class RequirementsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+Test)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"survey-requirements.md", "survey-server.md", "settings.md", "proxy.md"})
    void every_test_that_a_page_names_is_there(String page) throws IOException {
        Set<String> there = new TreeSet<>();
        for (String module : new String[] {"evaluation", "templates", "generator", "survey-server"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> there.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        Set<String> named = NAMED.matcher(Files.readString(ROOT.resolve("docs").resolve(page)))
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty().isSubsetOf(there);
    }
}
