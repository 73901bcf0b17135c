package org.gongshi.survey.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/**
 * Draws the answers of invented people (模拟作答): places differ, schools of a place differ, people of a school differ. About a
 * quarter never answers, a few send twice, a few more come by the open link.
 */
final class Simulation {
    private static final double CONTENT = 0.85;
    private static final double PLACES = 0.22;
    private static final double SCHOOLS = 0.22;
    private static final double PEOPLE = 0.7;
    private static final double ANSWERS = 0.76;
    private static final double TWICE = 0.02;
    private static final double RETRIES = 0.03;
    private static final double VOLUNTEERS = 0.08;

    private final long seed;
    private final LongFunction<RandomGenerator> generators;
    private final Map<Audience, Opinion> opinions = new EnumMap<>(Audience.class);

    /** @param generators a generator for a seed, always the same one */
    Simulation(long seed, LongFunction<RandomGenerator> generators, Map<Audience, Questionnaire> questionnaires) {
        this.seed = seed;
        this.generators = generators;
        questionnaires.forEach((audience, questionnaire) -> opinions.put(audience, new Opinion(questionnaire)));
    }

    /** What the people of a school send, one entry a code; empty for those who never answer. */
    List<Optional<Sheet>> people(InvitedSchool invited) {
        Stratum stratum = invited.stratum();
        Draws draws = draws("people", stratum, invited.school().orElse(""));
        double level = level(stratum)
                + SCHOOLS
                        * draws("school", stratum, invited.school().orElse("")).normal();
        // A school that forgets to hand the slips out, another where everybody answers.
        double willing = Math.max(0.6, Math.min(0.95, ANSWERS + 0.06 * draws.normal()));
        List<Optional<Sheet>> people = new ArrayList<>();
        for (int person = 0; person < invited.people(); person++) {
            Sheet sheet = sheet(stratum, level, draws);
            people.add(draws.happens(willing) ? Optional.of(sheet) : Optional.empty());
        }
        return Collections.unmodifiableList(people);
    }

    /** What comes by the open link besides, in proportion to the invitations. */
    List<Sheet> volunteers(List<InvitedSchool> sample) {
        List<Sheet> sheets = new ArrayList<>();
        for (InvitedSchool invited : sample) {
            Draws draws =
                    draws("volunteers", invited.stratum(), invited.school().orElse(""));
            for (int person = 0; person < invited.people(); person++) {
                // Whoever follows an open link has more to complain about.
                Sheet sheet = sheet(invited.stratum(), level(invited.stratum()) - 0.5, draws);
                if (draws.happens(VOLUNTEERS)) {
                    sheets.add(new Sheet(
                            sheet.stratum(), sheet.answers(), sheet.seconds(), Optional.empty(), sheet.retries()));
                }
            }
        }
        return List.copyOf(sheets);
    }

    /** The numbers of the forms, one after the other: those of the same people give the same receipts. */
    Supplier<String> nonces() {
        Draws draws = draws("nonces");
        return draws::nonce;
    }

    private Sheet sheet(Stratum stratum, double level, Draws draws) {
        Opinion opinion = opinions.get(stratum.audience());
        Opinion.Filled filled = opinion.fill(level + PEOPLE * draws.normal(), draws);
        Opinion.Filled other = opinion.fill(level + PEOPLE * draws.normal(), draws);
        return new Sheet(
                stratum,
                filled.answers(),
                filled.seconds(),
                draws.happens(TWICE) ? Optional.of(other.answers()) : Optional.empty(),
                draws.happens(RETRIES));
    }

    private double level(Stratum stratum) {
        double audience = switch (stratum.audience()) {
            case PUBLIC -> -0.15;
            case PARENT -> 0.0;
            case STUDENT -> 0.2;
        };
        double stage = stratum.stage()
                .map(known -> known == SchoolStage.PRIMARY ? 0.12 : known == SchoolStage.JUNIOR ? 0.0 : -0.08)
                .orElse(0.0);
        return CONTENT
                + audience
                + stage
                + PLACES * draws("place", stratum.place().value()).normal();
    }

    private Draws draws(String purpose, Stratum stratum, String school) {
        return draws(
                purpose,
                stratum.place().value(),
                stratum.audience().key(),
                stratum.stage().map(SchoolStage::key).orElse(""),
                school);
    }

    /** A stream of its own for everything drawn, so that one school more changes no other school's answers. */
    private Draws draws(String... names) {
        return new Draws(
                generators.apply(seed * 1_000_003L + String.join("|", names).hashCode()));
    }
}
