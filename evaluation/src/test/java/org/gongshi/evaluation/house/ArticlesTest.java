package org.gongshi.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 12: every article from 4 to 16 is borne by a type, every package and every public type says what it is. */
class ArticlesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:final |sealed |abstract |non-sealed )*(?:class|interface|record|enum|@interface) ");

    @Test
    void every_article_is_borne_by_a_type() {
        Set<Integer> borne = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.gongshi.evaluation")) {
            Article article = type.reflect().getAnnotation(Article.class);
            if (article != null) {
                Arrays.stream(article.value()).forEach(borne::add);
            }
        }
        assertThat(borne).containsAll(List.of(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
        assertThat(borne).allMatch(number -> number >= 1 && number <= 17);
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES.resolve("org/gongshi"))) {
            List<Path> packages = folders.filter(Files::isDirectory)
                    .filter(ArticlesTest::hasTypes)
                    .toList();
            assertThat(packages).hasSizeGreaterThan(10);
            assertThat(packages).allMatch(folder -> Files.isRegularFile(folder.resolve("package-info.java")));
        }
    }

    @Test
    void every_public_type_says_what_it_is() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(isDocumented(Files.readString(file)))
                        .as(file.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"package a;\n\npublic final class A {}\n", "package a;\n\n@Article(4)\npublic record A() {}\n"})
    void a_type_without_a_word_is_noticed(String source) {
        assertThat(isDocumented(source)).isFalse();
    }

    private static boolean hasTypes(Path folder) {
        String[] names = folder.toFile().list();
        return Arrays.stream(names == null ? new String[0] : names).anyMatch(name -> name.endsWith(".java"));
    }

    private static boolean isDocumented(String source) {
        var type = PUBLIC_TYPE.matcher(source);
        return !type.find() || source.substring(0, type.start()).contains("/**");
    }
}
