package org.gongshi.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule holds in the house, and a planted offender proves that it can fail. */
class HouseRulesTest {
    private static final String HOUSE = "org.gongshi.evaluation";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @Test
    void rule_1_no_cycles_between_packages() {
        holds(HouseRules.noCycles(HOUSE));
        fails(HouseRules.noCycles("planted.cycle"));
    }

    @Test
    void rule_3_no_floor_sees_a_floor_above() {
        HouseRules.floors(HOUSE).forEach(HouseRulesTest::holds);
        assertThat(HouseRules.floors("planted.floors")).anyMatch(HouseRulesTest::isBroken);
    }

    @Test
    void rule_5_one_door_for_each_library() {
        HouseRules.doors(HOUSE).forEach(HouseRulesTest::holds);
        HouseRules.doors("planted").forEach(HouseRulesTest::fails);
    }

    @Test
    void rule_10_types_are_values() {
        HouseRules.values(HOUSE).forEach(HouseRulesTest::holds);
        HouseRules.values("planted.values").forEach(HouseRulesTest::fails);
    }

    @Test
    void rule_10_no_binary_fractions_in_scores_and_reports() {
        holds(HouseRules.noBinaryFractions(HOUSE));
        fails(HouseRules.noBinaryFractions("planted.values"));
    }

    @Test
    void rule_11_clock_and_dice_are_handed_in() {
        holds(HouseRules.nothingAmbient(HOUSE));
        List<String> talk = HouseRules.nothingAmbient("planted.clocks")
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();
        assertThat(String.join("\n", talk))
                .contains("LocalDate.now", "getenv", "java.util.Random.<init>", "System.out");
    }

    private static void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static void fails(ArchRule rule) {
        assertThat(isBroken(rule)).as(rule.getDescription()).isTrue();
    }

    private static boolean isBroken(ArchRule rule) {
        return rule.evaluate(PLANTED).hasViolation();
    }
}
