package org.gongshi.evaluation.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The rules by their numbers in {@code docs/architecture.md}, for any package root, so that planted offenders can be tried. */
final class HouseRules {
    /** The floors from the ground up; packages of one floor do not see each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("finding", "place", "digest", "json", "statistics"),
            List.of("scoring", "draw", "picture"),
            List.of("stage", "outcome"),
            List.of("round", "site"),
            List.of("satisfaction", "report"),
            List.of("disclosure", "sampling"),
            List.of("content"),
            List.of("publication"));

    private HouseRules() {}

    /** 1. The packages of a module are free of cycles. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** 3. Nothing on a floor sees a floor above it. */
    static List<ArchRule> floors(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            String[] here = packages(root, FLOORS.subList(floor, floor + 1));
            String[] above = packages(root, FLOORS.subList(floor + 1, FLOORS.size()));
            rules.add(noClasses()
                    .that()
                    .resideInAnyPackage(here)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true));
        }
        return rules;
    }

    /** 5. One door for each library. */
    static List<ArchRule> doors(String root) {
        return List.of(
                door(
                        root,
                        new String[] {"tools.jackson..", "com.fasterxml.jackson..", "org.snakeyaml.."},
                        "content",
                        "json"),
                door(root, new String[] {"org.apache.commons.math3.."}, "statistics"),
                door(root, new String[] {"java.security..", "javax.crypto.."}, "digest"));
    }

    /** 10. Every type is a value: record, enum, sealed or final; fields are final; no setters. */
    static List<ArchRule> values(String root) {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .areNotAnonymousClasses()
                        .should(beClosed()),
                // Accumulators and scanners count within one call and never leave it.
                fields().that()
                        .areDeclaredInClassesThat(resideInAnyPackage(root + "..")
                                .and(resideOutsideOfPackages(root + ".statistics..", root + ".content.source..")))
                        .should()
                        .beFinal(),
                methods()
                        .that()
                        .areDeclaredInClassesThat(resideInAnyPackage(root + ".."))
                        .should()
                        .haveNameNotMatching("set[A-Z].*"));
    }

    /** 10. No binary fraction where scores are computed or reports are made. */
    static ArchRule noBinaryFractions(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".scoring..", root + ".report..", root + ".publication..")
                .should(useBinaryFractions());
    }

    /** 11. No clock, dice, environment or standard output. */
    static ArchRule nothingAmbient(String root) {
        DescribedPredicate<com.tngtech.archunit.core.domain.JavaCall<?>> ambient =
                DescribedPredicate.describe("an ambient source", call -> {
                    String owner = call.getTargetOwner().getFullName();
                    boolean clock =
                            owner.startsWith("java.time.") && call.getName().equals("now");
                    boolean time = owner.equals("java.lang.System")
                            && List.of("getenv", "currentTimeMillis", "nanoTime")
                                    .contains(call.getName());
                    boolean dice = call.getTargetOwner().isAssignableTo(RandomGenerator.class)
                            && call.getName().equals("<init>");
                    return clock
                            || time
                            || dice
                            || owner.equals("java.lang.Math") && call.getName().equals("random");
                });
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callCodeUnitWhere(ambient.forSubtype())
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private static String[] packages(String root, List<List<String>> floors) {
        return floors.stream()
                .flatMap(List::stream)
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
    }

    private static ArchRule door(String root, String[] library, String... rooms) {
        String[] allowed = java.util.Arrays.stream(rooms)
                .map(room -> root + "." + room + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be a record, an enum, an interface or final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.reflect().isSealed();
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useBinaryFractions() {
        return new ArchCondition<>("use double or float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean inFields = type.getFields().stream().anyMatch(field -> isBinary(field.getRawType()));
                boolean inMethods = type.getMethods().stream().anyMatch(HouseRules::isBinary);
                if (inFields || inMethods) {
                    events.add(SimpleConditionEvent.satisfied(type, type.getName() + " uses double or float"));
                }
            }
        };
    }

    private static boolean isBinary(JavaMethod method) {
        return isBinary(method.getRawReturnType())
                || method.getRawParameterTypes().stream().anyMatch(HouseRules::isBinary);
    }

    private static boolean isBinary(JavaClass type) {
        return List.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }
}
