package org.gongshi.generator.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and every rule finds the fault that was planted for it. */
class GeneratorHouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongshi");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<String> rules() {
        return Arrays.stream(GeneratorHouse.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == ArchRule.class && method.getParameterCount() == 0)
                .map(Method::getName)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void is_kept(String rule) throws ReflectiveOperationException {
        assertThat(HOUSE).hasSizeGreaterThan(100);
        rule("org.gongshi", rule).allowEmptyShould(true).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void finds_its_planted_fault(String rule) throws ReflectiveOperationException {
        assertThat(rule("planted", rule).evaluate(PLANTED).getFailureReport().getDetails())
                .as(rule)
                .isNotEmpty()
                .allMatch(line -> line.contains("planted."));
    }

    private static ArchRule rule(String root, String name) throws ReflectiveOperationException {
        return (ArchRule) GeneratorHouse.class.getDeclaredMethod(name).invoke(new GeneratorHouse(root));
    }
}
