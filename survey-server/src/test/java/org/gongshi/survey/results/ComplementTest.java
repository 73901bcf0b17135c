package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;
import org.junit.jupiter.api.Test;

class ComplementTest {
    private static final Optional<Reason> FEW = Optional.of(Reason.TOO_FEW);
    private static final Optional<Reason> TOGETHER = Optional.of(Reason.COMPLEMENTARY);
    private static final Optional<Reason> SHOWN = Optional.empty();

    /** A whole of places without stages. */
    private static List<Optional<Reason>> flat(long... places) {
        long[] persons = new long[places.length + 1];
        persons[0] = Arrays.stream(places).sum();
        System.arraycopy(places, 0, persons, 1, places.length);
        List<Integer> parents = new ArrayList<>(List.of(-1));
        Arrays.stream(places).forEach(place -> parents.add(0));
        return close(parents, persons, Arrays.stream(persons).asDoubleStream().toArray());
    }

    private static List<Optional<Reason>> close(List<Integer> parents, long[] persons, double[] weight) {
        return new Complement(tree(parents, persons), persons, weight, 10, row -> false).close(primary(persons));
    }

    private static List<Optional<Reason>> primary(long[] persons) {
        return Arrays.stream(persons).mapToObj(n -> n < 10 ? FEW : SHOWN).toList();
    }

    static RowTree tree(List<Integer> parents, long[] persons) {
        List<RawRow> rows = new ArrayList<>();
        for (int row = 0; row < persons.length; row++) {
            Figure none = Figure.nobody("none");
            rows.add(new RawRow(
                    Surveys.place(row),
                    Optional.empty(),
                    persons[row],
                    0,
                    persons[row],
                    3,
                    none,
                    none,
                    new OptionCount(0, 0, 0),
                    List.of()));
        }
        return new RowTree(rows, parents);
    }

    @Test
    void nothing_small_nothing_withheld() {
        assertThat(flat(40, 50, 60)).containsOnly(SHOWN);
    }

    @Test
    void one_small_place_takes_the_next_smallest_with_it() {
        assertThat(flat(40, 5, 60, 45)).containsExactly(SHOWN, TOGETHER, FEW, SHOWN, SHOWN);
    }

    @Test
    void two_small_places_hide_each_other_only_with_ten_people_together() {
        assertThat(flat(6, 5, 60, 45)).containsExactly(SHOWN, FEW, FEW, SHOWN, SHOWN);
        assertThat(flat(4, 5, 60, 45)).containsExactly(SHOWN, FEW, FEW, SHOWN, TOGETHER);
    }

    @Test
    void a_place_where_nobody_answered_hides_nobody() {
        assertThat(flat(0, 5, 60, 45)).containsExactly(SHOWN, FEW, FEW, SHOWN, TOGETHER);
    }

    @Test
    void with_nothing_to_hide_behind_the_total_goes() {
        assertThat(flat(5, 0)).startsWith(FEW);
        assertThat(close(List.of(-1, 0, 1), new long[] {20, 20, 5}, new double[] {20, 20, 5}))
                .containsExactly(TOGETHER, TOGETHER, FEW);
    }

    /** A hundred people of a large population next to ten of a tiny one: the total still fixes the large one. */
    @Test
    void a_light_part_does_not_hide_a_heavy_one() {
        assertThat(close(List.of(-1, 0, 0, 0), new long[] {200, 9, 40, 151}, new double[] {10_000, 5_000, 100, 4_900}))
                .containsExactly(SHOWN, FEW, TOGETHER, TOGETHER);
    }

    @Test
    void below_a_withheld_place_nothing_is_shown() {
        List<Integer> parents = List.of(-1, 0, 0, 0, 1, 1, 2, 2);
        long[] persons = {300, 90, 80, 130, 45, 45, 75, 5};
        assertThat(close(
                        parents,
                        persons,
                        Arrays.stream(persons).asDoubleStream().toArray()))
                .as("the stage of five takes its neighbour with it")
                .containsExactly(SHOWN, SHOWN, SHOWN, SHOWN, SHOWN, SHOWN, TOGETHER, FEW);
        long[] small = {220, 90, 8, 122, 45, 45, 4, 4};
        assertThat(close(parents, small, Arrays.stream(small).asDoubleStream().toArray()))
                .containsExactly(SHOWN, TOGETHER, FEW, SHOWN, TOGETHER, TOGETHER, FEW, FEW);
    }

    /** Solving the published means for the withheld ones finds none; with the first reasons alone it finds some. */
    @Test
    void totals_less_parts_give_no_withheld_mean_back() {
        Random random = new Random(3);
        int foundWithout = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            List<Integer> parents = new ArrayList<>(List.of(-1));
            int places = 2 + random.nextInt(6);
            for (int place = 0; place < places; place++) {
                parents.add(0);
            }
            for (int place = 1; place <= places; place++) {
                for (int stage = random.nextInt(4); stage > 0; stage--) {
                    parents.add(place);
                }
            }
            long[] persons = new long[parents.size()];
            double[] weight = new double[parents.size()];
            for (int row = persons.length - 1; row >= 0; row--) {
                if (persons[row] == 0) {
                    persons[row] = random.nextInt(4) == 0 ? random.nextInt(12) : 20 + random.nextInt(60);
                    weight[row] = persons[row] * (5 + random.nextDouble() * 10);
                }
                if (row > 0) {
                    persons[parents.get(row)] += persons[row];
                    weight[parents.get(row)] += weight[row];
                }
            }
            var complement = new Complement(tree(parents, persons), persons, weight, 10, row -> false);
            assertThat(attack(parents, persons, weight, complement.close(primary(persons))))
                    .as("trial %d", trial)
                    .isZero();
            foundWithout += attack(parents, persons, weight, primary(persons));
        }
        assertThat(foundWithout).isGreaterThan(300);
    }

    /** How many means that are too small to show a reader can find to within ten points, equation by equation. */
    private static int attack(List<Integer> parents, long[] persons, double[] weight, List<Optional<Reason>> reasons) {
        double[] half = new double[persons.length];
        for (int row = 0; row < half.length; row++) {
            half[row] = reasons.get(row).isPresent() ? 50 : 0;
        }
        int found = 0;
        for (boolean again = true; again; ) {
            again = false;
            for (int total = 0; total < persons.length; total++) {
                int whole = total;
                List<Integer> parts = new ArrayList<>();
                for (int row = 0; row < persons.length; row++) {
                    if (parents.get(row) == whole && persons[row] > 0) {
                        parts.add(row);
                    }
                }
                if (parts.isEmpty()) {
                    continue;
                }
                double open = parts.stream()
                        .mapToDouble(part -> weight[part] * half[part])
                        .sum();
                again |= narrow(half, whole, open / weight[whole]);
                for (int part : parts) {
                    double others = weight[whole] * half[whole] + open - weight[part] * half[part];
                    again |= narrow(half, part, others / weight[part]);
                }
            }
        }
        for (int row = 1; row < half.length; row++) {
            found += reasons.get(row).equals(FEW) && persons[row] > 0 && half[row] < 4.99 ? 1 : 0;
        }
        return found;
    }

    private static boolean narrow(double[] half, int row, double bound) {
        if (bound < half[row] - 1e-9) {
            half[row] = bound;
            return true;
        }
        return false;
    }
}
