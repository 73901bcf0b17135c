package org.gongshi.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.survey.intake.LockedForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    private Path folder;

    private LockedForms forms;
    private List<Population> populations;
    private List<InvitedSchool> sample;

    @BeforeEach
    void read() {
        DemoContent content = DemoContent.copy(Path.of("..", "content", "demo"), folder.resolve("content"));
        forms = content.forms();
        populations = content.populations();
        sample = SchoolSample.of(populations, List.of());
    }

    private List<Optional<Sheet>> people(long seed) {
        var simulation = new Simulation(seed, SplittableRandom::new, forms.questionnaires());
        return sample.stream()
                .flatMap(invited -> simulation.people(invited).stream())
                .toList();
    }

    @Test
    void everybody_invited_is_in_the_sample_and_every_stratum_has_three_schools_where_there_are_three() {
        assertThat(sample.stream().mapToLong(InvitedSchool::people).sum())
                .isEqualTo(populations.stream().mapToLong(Population::invited).sum());
        for (Population row : populations) {
            long schools = sample.stream()
                    .filter(invited -> invited.stratum().place().equals(row.place())
                            && invited.stratum().audience() == row.audience()
                            && invited.stratum().stage().equals(row.stage()))
                    .count();
            assertThat(schools)
                    .isGreaterThanOrEqualTo(row.audience() == Audience.PUBLIC ? 1 : Math.min(3, row.schools()));
        }
    }

    @Test
    void the_same_seed_gives_the_same_people_and_another_seed_others() {
        assertThat(people(5)).isEqualTo(people(5)).isNotEqualTo(people(6));
    }

    /** Pinned, so that no change of the drawing goes unnoticed: the shipped results rest on it. */
    @Test
    void what_is_drawn_is_pinned() {
        var draws = new Draws(new SplittableRandom(2025));
        assertThat(List.of(draws.below(1000), draws.below(1000), draws.below(1000)))
                .containsExactly(30, 987, 448);
        double[] many = DoubleStream.generate(draws::normal).limit(20_000).toArray();
        assertThat(Arrays.stream(many).average().orElseThrow()).isCloseTo(0, within(0.02));
        assertThat(Arrays.stream(many).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.03));
    }

    @Test
    void about_a_quarter_never_answers_and_a_few_misbehave() {
        List<Optional<Sheet>> people = people(1);
        List<Sheet> sheets = people.stream().flatMap(Optional::stream).toList();
        assertThat(1 - (double) sheets.size() / people.size()).isCloseTo(0.25, within(0.03));
        assertThat(sheets)
                .anyMatch(Sheet::retries)
                .anyMatch(sheet -> sheet.second().isPresent());
        long hurried = sheets.stream()
                .filter(sheet -> sheet.seconds() < 2 * sheet.answers().fields().size())
                .count();
        assertThat((double) hurried / sheets.size()).isCloseTo(0.03, within(0.015));
        long straight = sheets.stream().filter(this::isStraight).count();
        assertThat((double) straight / sheets.size()).isCloseTo(0.03, within(0.015));
        long unknown = sheets.stream()
                .flatMap(sheet -> sheet.answers().fields().values().stream())
                .filter(answer -> answer.equals(Json.of(9)))
                .count();
        assertThat(unknown).isGreaterThan(sheets.size() / 4);
    }

    private boolean isStraight(Sheet sheet) {
        return forms.questionnaires().get(sheet.stratum().audience()).items().stream()
                .map(item -> sheet.answers().fields().get(item.code()))
                .allMatch(Json.of(4)::equals);
    }

    /** Schools differ more than chance would let them: the variance of school means is above that of random groups. */
    @Test
    void answers_are_clustered_by_school() {
        var simulation = new Simulation(3, SplittableRandom::new, forms.questionnaires());
        Map<Boolean, Double> spread = Map.of(true, spread(simulation, true), false, spread(simulation, false));
        assertThat(spread.get(true)).isGreaterThan(1.3 * spread.get(false));
    }

    /** Variance of the mean level of groups of ten: real schools, or one person of each of ten schools. */
    private double spread(Simulation simulation, boolean schools) {
        List<List<Double>> levels = sample.stream()
                .filter(invited -> invited.stratum().audience() == Audience.PARENT)
                .filter(invited -> invited.stratum().place().value().equals("990100"))
                .map(invited -> new InvitedSchool(invited.stratum(), invited.school(), 400))
                .map(invited -> simulation.people(invited).stream()
                        .flatMap(Optional::stream)
                        .map(SimulationTest::level)
                        .collect(Collectors.toList()))
                .toList();
        List<List<Double>> groups = schools
                ? levels
                : IntStream.range(0, levels.size())
                        .mapToObj(group -> levels.stream()
                                .flatMap(school -> IntStream.range(0, school.size())
                                        .filter(person -> person % levels.size() == group)
                                        .mapToObj(school::get))
                                .toList())
                        .toList();
        double[] means = groups.stream()
                .mapToDouble(group ->
                        group.stream().mapToDouble(value -> value).average().orElseThrow())
                .toArray();
        double mean = Arrays.stream(means).average().orElseThrow();
        return Arrays.stream(means).map(each -> (each - mean) * (each - mean)).sum();
    }

    private static double level(Sheet sheet) {
        return sheet.answers().fields().values().stream()
                .filter(Json.Num.class::isInstance)
                .mapToDouble(answer -> ((Json.Num) answer).value().doubleValue())
                .filter(value -> value <= 5)
                .average()
                .orElse(4);
    }
}
