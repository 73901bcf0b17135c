package org.gongshi.generator.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.Confidence;
import org.gongshi.evaluation.sampling.FrameAddress;
import org.gongshi.evaluation.sampling.FrameClass;
import org.gongshi.evaluation.sampling.SampleDraw;
import org.gongshi.evaluation.sampling.SampleFrame;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleTarget;
import org.gongshi.evaluation.sampling.SizeMeasure;
import org.gongshi.evaluation.sampling.SurveySample;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.junit.jupiter.api.Test;

/** What a sample knows of the populations is what its codes are printed by. */
class SampleCountsTest {
    private static final PlaceCode PLACE = new PlaceCode("990100");

    @Test
    void invited_schools_and_students_are_those_of_the_draw() {
        SurveySample sample = sample();
        Map<String, Map<String, String>> rows = SampleCounts.of(sample);
        assertThat(rows).containsOnlyKeys("990100 public ", "990100 student primary", "990100 parent primary");
        for (Audience audience : Audience.values()) {
            long invited = BaseWeight.of(sample).stream()
                    .filter(one -> one.audience() == audience)
                    .mapToLong(BaseWeight::invited)
                    .sum();
            String stage = audience == Audience.PUBLIC ? "" : "primary";
            assertThat(rows.get("990100 " + audience.key() + " " + stage))
                    .containsEntry("invited", Long.toString(invited));
        }
        assertThat(rows.get("990100 student primary"))
                .containsEntry("schools", "12")
                .containsEntry("population", "1440");
        // Addresses are no people: their number is for the office to fill in.
        assertThat(rows.get("990100 public ")).containsOnlyKeys("invited");
    }

    private static SurveySample sample() {
        var seed = new CommittedSeed("secret", Optional.empty());
        var schools = new SampleTarget(
                new BigDecimal("0.1"), new BigDecimal("1.2"), new BigDecimal("0.8"), List.of(SchoolStage.PRIMARY));
        var open = new SampleTarget(new BigDecimal("0.1"), BigDecimal.ONE, new BigDecimal("0.5"), List.of());
        var plan = new SamplePlan(
                Digest.of(new byte[0]),
                List.of(Digest.of(new byte[0])),
                Confidence.P95,
                new BigDecimal("0.5"),
                SizeMeasure.CLASSES,
                2,
                3,
                Map.of(Audience.STUDENT, schools, Audience.PARENT, schools, Audience.PUBLIC, open),
                seed.commitment(),
                Optional.empty());
        List<FrameClass> classes = new ArrayList<>();
        List<FrameAddress> addresses = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            for (int own = 0; own < 4; own++) {
                classes.add(new FrameClass(PLACE, SchoolStage.PRIMARY, "S" + at, "C" + own, 30));
            }
        }
        for (int at = 0; at < 300; at++) {
            addresses.add(new FrameAddress(PLACE, "A" + at));
        }
        return SampleDraw.of(
                        new SampleFrame(classes, addresses),
                        plan,
                        seed,
                        Location.of("survey-sample.yaml"),
                        new Findings())
                .orElseThrow();
    }
}
