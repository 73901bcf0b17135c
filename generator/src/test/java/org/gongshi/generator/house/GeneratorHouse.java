package org.gongshi.generator.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house that concern the generator (docs/architecture.md), for a root package, so that each can be tried on a planted fault. */
final class GeneratorHouse {
    private final String root;

    /** @param root {@code org.gongshi}, or the root of planted faults */
    GeneratorHouse(String root) {
        this.root = root;
    }

    /** Rule 2: the two programs never see each other; nothing below sees the generator. */
    ArchRule the_programs_never_see_each_other() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("survey"));
    }

    /** Rule 5: Markdown is read in compose only. */
    ArchRule markdown_has_one_door() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .and()
                .resideOutsideOfPackage(in("generator.compose"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..");
    }

    /** Rule 5: workbooks are read and written in one place. */
    ArchRule office_files_have_one_door() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .and()
                .resideOutsideOfPackages(in("generator.importing"), in("generator.document"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dhatim.fastexcel..");
    }

    /** Rule 5: reports are printed in one place. */
    ArchRule paper_has_one_door() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .and()
                .resideOutsideOfPackage(in("generator.document"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.fontbox..", "com.jcraft.jzlib..");
    }

    /** Rule 5: templates are rendered in render only; compose knows content that may stand in a page. */
    ArchRule templates_have_one_door() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .and()
                .resideOutsideOfPackages(in("generator.render"), in("generator.compose"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..");
    }

    /** Rule 5: what is composed or rendered knows neither JSON library nor cryptography. */
    ArchRule jackson_and_cryptography_stay_outside() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("generator.compose"), in("generator.render"), in("generator.load"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "java.security..", "javax.crypto..");
    }

    /** Rule 8: compose knows no other step. */
    ArchRule compose_knows_no_other_step() {
        return step("compose", "load", "document", "render", "seal", "verify", "serve", "command");
    }

    /** Rule 8: render knows compose only. */
    ArchRule render_knows_compose_only() {
        return step("render", "load", "seal", "verify", "serve", "command");
    }

    /** Rule 8: documents are made of what was composed, and of nothing else. */
    ArchRule document_knows_compose_only() {
        return step("document", "load", "render", "seal", "verify", "serve", "command");
    }

    /** Rule 8: seal knows render only. */
    ArchRule seal_knows_render_only() {
        return step("seal", "load", "compose", "verify", "serve", "command");
    }

    /** Rule 8: load knows no later step. */
    ArchRule load_knows_no_later_step() {
        return step("load", "compose", "render", "seal", "verify", "serve", "command");
    }

    /** Rule 9: the generator shows pages of the site, never of the survey or its console. */
    ArchRule the_generator_shows_no_survey_page() {
        return noClasses()
                .that()
                .resideInAPackage(in("generator"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("templates.survey"), in("templates.office"));
    }

    /** Rule 4: a page knows neither reports as drawn up, nor dossiers, nor files. */
    ArchRule templates_know_no_draft() {
        return noClasses()
                .that()
                .resideInAPackage(in("templates"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("evaluation.report"), in("evaluation.content"), in("evaluation.publication"));
    }

    private ArchRule step(String step, String... others) {
        String[] packages = java.util.Arrays.stream(others)
                .map(other -> in("generator." + other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in("generator." + step))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private String in(String room) {
        return root + "." + room + "..";
    }
}
