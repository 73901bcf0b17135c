package org.gongshi.survey.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house of docs/architecture.md, for the survey server. */
class SurveyHouseTest {
    private static final String PLANTED = "org.gongshi.survey.house.planted";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gongshi.survey");
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(PLANTED);

    /** A rule, for the house at one root package, so that the planted offenders stand in a small house of their own. */
    private record Rule(String name, java.util.function.Function<String, ArchRule> at) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "packages are free of cycles",
                        root -> slices().matching(root + ".(*)..").should().beFreeOfCycles()),
                new Rule(
                        "the survey never sees the generator nor its pages",
                        root -> noClasses()
                                .that(resideInAPackage(root + ".."))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("org.gongshi.generator..", "org.gongshi.templates.site.."))),
                door("Javalin", List.of("io.javalin..", "org.eclipse.jetty.."), List.of("web")),
                door("SQL", List.of("java.sql..", "javax.sql..", "org.sqlite.."), List.of("store")),
                door("jte", List.of("gg.jte.."), List.of("web")),
                door("Jackson", List.of("tools.jackson.."), List.of()),
                door("commons-math3", List.of("org.apache.commons.math3.."), List.of()),
                door(
                        "cryptography",
                        List.of("javax.crypto..", "org.bouncycastle.."),
                        List.of("access", "clue", "office")),
                new Rule(
                        "answers never know a code",
                        root -> noClasses()
                                .that(resideInAPackage(root + ".response.."))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(root + ".access..", root + ".store..", root + ".intake.."))),
                new Rule(
                        "results are a pure function",
                        root -> noClasses()
                                .that(resideInAPackage(root + ".results.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                                root + ".store..",
                                                root + ".web..",
                                                root + ".access..",
                                                root + ".intake..",
                                                root + ".command..",
                                                "java.nio.file..",
                                                "org.gongshi.evaluation.content..")
                                        .or(DescribedPredicate.describe(
                                                "a clock", type -> type.isEquivalentTo(java.time.Clock.class))))),
                new Rule(
                        "nothing reads a clock, chance, environment or prints, outside the commands",
                        root -> noClasses()
                                .that(DescribedPredicate.describe(
                                        "are no commands",
                                        (JavaClass type) -> type.getPackageName()
                                                        .startsWith(root)
                                                && !type.getPackageName().startsWith(root + ".command")
                                                && !type.getSimpleName().equals("Main")))
                                .should()
                                .callMethod(java.time.Instant.class, "now")
                                .orShould()
                                .callMethod(java.time.LocalDate.class, "now")
                                .orShould()
                                .callMethod(java.time.OffsetDateTime.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callConstructor(java.util.Random.class)
                                .orShould()
                                .callMethod(Math.class, "random")
                                .orShould()
                                .callMethod(System.class, "getenv", String.class)
                                .orShould()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")));
    }

    private static Rule door(String library, List<String> packages, List<String> allowed) {
        return new Rule(
                "the door to " + library,
                root -> noClasses()
                        .that(DescribedPredicate.describe(
                                "are not its door",
                                (JavaClass type) -> type.getPackageName().startsWith(root)
                                        && allowed.stream()
                                                .noneMatch(door ->
                                                        type.getPackageName().startsWith(root + "." + door))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(Rule rule) {
        EvaluationResult result = rule.at().apply("org.gongshi.survey").evaluate(HOUSE);
        assertThat(result.getFailureReport().getDetails()).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_offender_proves_that_the_rule_can_fail(Rule rule) {
        assertThat(rule.at().apply(PLANTED).evaluate(OFFENDERS).hasViolation())
                .as(rule.name())
                .isTrue();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    /** One ran for minutes in every build before this was asked. */
    @Test
    void long_proofs_run_only_where_they_are_asked_for() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> proofs = files.filter(file -> file.toString().endsWith("HarnessTest.java"))
                    .toList();
            assertThat(proofs)
                    .isNotEmpty()
                    .allSatisfy(proof -> assertThat(Files.readString(proof))
                            .contains("@EnabledIfSystemProperty(named = \"gongshi.harness\", matches = \"true\")"));
        }
    }
}
