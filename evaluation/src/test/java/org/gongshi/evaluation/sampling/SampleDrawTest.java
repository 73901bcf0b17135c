package org.gongshi.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDrawTest {
    private static final Location PLAN = Location.of("survey-sample.yaml");
    private static final PlaceCode ONE = new PlaceCode("990101");
    private static final PlaceCode TWO = new PlaceCode("990102");

    private final Findings findings = new Findings();

    @ParameterizedTest
    @EnumSource(SizeMeasure.class)
    void weights_give_the_population_on_average(SizeMeasure size) {
        SampleFrame frame = frame(7, ONE);
        long students = frame.classes().stream().mapToLong(FrameClass::students).sum();
        int rounds = 1000;
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double total = 0;
            for (BaseWeight each : BaseWeight.of(draw(frame, size, "round " + round))) {
                total += each.audience() == Audience.STUDENT
                        ? each.weight().decimal(12).doubleValue() * each.invited()
                        : 0;
            }
            sum += total;
            squares += total * total;
        }
        double mean = sum / rounds;
        double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
        assertThat(error).isPositive();
        assertThat(Math.abs(mean - students)).isLessThanOrEqualTo(5 * error);
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        SampleFrame frame = frame(3, ONE, TWO);
        List<FrameClass> classes = new ArrayList<>(frame.classes());
        List<FrameAddress> addresses = new ArrayList<>(frame.addresses());
        Collections.shuffle(classes, new Random(1));
        Collections.shuffle(addresses, new Random(2));

        assertThat(draw(new SampleFrame(classes, addresses), SizeMeasure.STUDENTS, "secret"))
                .isEqualTo(draw(frame, SizeMeasure.STUDENTS, "secret"));
    }

    @Test
    void a_place_is_drawn_alike_whatever_the_others_are() {
        SurveySample alone = draw(frame(3, ONE), SizeMeasure.CLASSES, "secret");
        SurveySample both = draw(frame(3, ONE, TWO), SizeMeasure.CLASSES, "secret");

        assertThat(both.schools()).containsAll(alone.schools());
        assertThat(both.addresses()).containsAll(alone.addresses());
    }

    @Test
    void another_secret_draws_another_sample() {
        SampleFrame frame = frame(3, ONE);

        assertThat(draw(frame, SizeMeasure.CLASSES, "secret").addresses())
                .isNotEqualTo(draw(frame, SizeMeasure.CLASSES, "secret two").addresses());
    }

    @Test
    void by_classes_all_classes_have_the_same_weight_unless_their_school_is_certain() {
        var seed = new CommittedSeed("secret", Optional.empty());
        SamplePlan plan = plan(SizeMeasure.CLASSES, 1, "0.15", seed, Optional.empty());
        SurveySample sample =
                SampleDraw.of(frame(11, ONE), plan, seed, PLAN, findings).orElseThrow();
        SchoolStratum stratum = sample.schools().get(0);

        assertThat(stratum.drawn().stream()
                        .filter(school -> !school.probability().equals(Fraction.ONE))
                        .map(DrawnSchool::weight)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_seed_that_was_not_committed_to_is_refused() {
        SamplePlan plan =
                plan(SizeMeasure.CLASSES, 1, "0.1", new CommittedSeed("secret", Optional.empty()), Optional.empty());
        Optional<SurveySample> sample =
                SampleDraw.of(frame(1, ONE), plan, new CommittedSeed("other", Optional.empty()), PLAN, findings);

        assertThat(sample).isEmpty();
        assertThat(messages()).singleElement().asString().contains("承诺");
    }

    @Test
    void the_announced_event_must_have_its_result() {
        var seed = new CommittedSeed("secret", Optional.empty());
        SamplePlan plan = plan(SizeMeasure.CLASSES, 1, "0.1", seed, Optional.of("第 1 期"));

        assertThat(SampleDraw.of(frame(1, ONE), plan, seed, PLAN, findings)).isEmpty();
        assertThat(messages()).singleElement().asString().contains("第 1 期");
    }

    @Test
    void a_plan_that_the_frame_cannot_meet_is_a_finding_with_its_numbers() {
        var seed = new CommittedSeed("secret", Optional.empty());
        SamplePlan plan = plan(SizeMeasure.CLASSES, 1, "0.01", seed, Optional.empty());

        assertThat(SampleDraw.of(frame(1, ONE), plan, seed, PLAN, findings)).isEmpty();
        assertThat(messages()).anyMatch(message -> message.contains("990101小学") && message.contains("个班"));
        assertThat(findings.sorted()).allMatch(finding -> !finding.hint().isEmpty());
    }

    @Test
    void an_audience_without_a_frame_is_a_finding() {
        var seed = new CommittedSeed("secret", Optional.empty());
        SamplePlan plan = plan(SizeMeasure.CLASSES, 1, "0.1", seed, Optional.empty());

        assertThat(SampleDraw.of(new SampleFrame(List.of(), List.of()), plan, seed, PLAN, findings))
                .isEmpty();
        assertThat(messages()).hasSize(2);
    }

    private List<String> messages() {
        return findings.sorted().stream().map(Finding::message).toList();
    }

    private SurveySample draw(SampleFrame frame, SizeMeasure size, String secret) {
        var seed = new CommittedSeed(secret, Optional.empty());
        return SampleDraw.of(frame, plan(size, 2, "0.1", seed, Optional.empty()), seed, PLAN, findings)
                .orElseThrow();
    }

    private static SamplePlan plan(
            SizeMeasure size, int classesPerSchool, String half, CommittedSeed seed, Optional<String> beacon) {
        var target = new SampleTarget(
                new BigDecimal(half), new BigDecimal("1.2"), new BigDecimal("0.8"), List.of(SchoolStage.PRIMARY));
        var open = new SampleTarget(new BigDecimal("0.1"), BigDecimal.ONE, new BigDecimal("0.5"), List.of());
        return new SamplePlan(
                Digest.of(new byte[0]),
                List.of(Digest.of(new byte[0])),
                Confidence.P95,
                new BigDecimal("0.5"),
                size,
                classesPerSchool,
                3,
                Map.of(Audience.STUDENT, target, Audience.PARENT, target, Audience.PUBLIC, open),
                seed.commitment(),
                beacon);
    }

    /** Twelve schools of 1 to 9 classes of 20 to 50 students, and 300 addresses, in every place. */
    private static SampleFrame frame(long seed, PlaceCode... places) {
        List<FrameClass> classes = new ArrayList<>();
        List<FrameAddress> addresses = new ArrayList<>();
        for (PlaceCode place : places) {
            var random = new Random(seed + place.value().hashCode());
            for (int school = 0; school < 12; school++) {
                int number = 1 + random.nextInt(9);
                for (int each = 0; each < number; each++) {
                    classes.add(new FrameClass(
                            place, SchoolStage.PRIMARY, "S" + school, "C" + each, 20 + random.nextInt(31)));
                }
            }
            for (int each = 0; each < 300; each++) {
                addresses.add(new FrameAddress(place, "A" + each));
            }
        }
        return new SampleFrame(classes, addresses);
    }
}
