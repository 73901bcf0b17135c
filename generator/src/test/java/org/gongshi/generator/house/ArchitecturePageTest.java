package org.gongshi.generator.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/architecture.md names every package of the house. */
class ArchitecturePageTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @MethodSource("packages")
    void the_page_names_the_package(String name) throws IOException {
        assertThat(Files.readString(PROJECT.resolve("docs/architecture.md"))).contains("`" + name + "`");
    }

    /** Below each module's root package: {@code content.source}, {@code store} and so on. */
    static Stream<String> packages() throws IOException {
        List<String> found = new java.util.ArrayList<>();
        for (String module : List.of(
                "evaluation/src/main/java/org/gongshi/evaluation",
                "templates/src/main/java/org/gongshi/templates",
                "generator/src/main/java/org/gongshi/generator",
                "survey-server/src/main/java/org/gongshi/survey")) {
            Path root = PROJECT.resolve(module);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .map(file -> root.relativize(file.getParent()).toString())
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.replace(java.io.File.separatorChar, '.'))
                        .forEach(found::add);
            }
        }
        return found.stream();
    }
}
