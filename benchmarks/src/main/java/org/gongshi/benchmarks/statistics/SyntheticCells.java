package org.gongshi.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.OptionCounts;
import org.gongshi.evaluation.statistics.SurveyDesign;

/**
 * Invented counts by cell: 12 places × 3 audiences × 100 schools × 8 weighting cells (2 × 4), 20 items of 5 options. The number
 * of respondents changes the counts and nothing else.
 */
final class SyntheticCells {
    static final int PLACES = 12;
    static final int AUDIENCES = 3;
    static final int SCHOOLS = 100;
    static final int SEXES = 2;
    static final int AGES = 4;
    static final int ITEMS = 20;
    static final int OPTIONS = 5;
    static final int CELLS = PLACES * AUDIENCES * SCHOOLS * SEXES * AGES;

    private static final double[] POINTS = {0, 25, 50, 75, 100};

    final int[] respondents = new int[CELLS];
    final List<Answers> items = new ArrayList<>();

    /** @param people about how many respondents there are in all */
    SyntheticCells(long people, long seed) {
        var random = new SplittableRandom(seed);
        double mean = (double) people / CELLS;
        for (int cell = 0; cell < CELLS; cell++) {
            respondents[cell] = Math.max(2, (int) Math.round(mean * (0.5 + random.nextDouble())));
        }
        for (int item = 0; item < ITEMS; item++) {
            int[] counts = new int[CELLS * OPTIONS];
            for (int cell = 0; cell < CELLS; cell++) {
                spread(respondents[cell], counts, cell * OPTIONS, random);
            }
            items.add(Answers.ofOptionCounts(CELLS, counts, POINTS));
        }
    }

    private SyntheticCells() {}

    /** The cells of counted responses. */
    static SyntheticCells of(OptionCounts counts) {
        var cells = new SyntheticCells();
        System.arraycopy(counts.respondents(0), 0, cells.respondents, 0, CELLS);
        for (int item = 0; item < ITEMS; item++) {
            cells.items.add(counts.answers(item, POINTS));
        }
        return cells;
    }

    private static void spread(int people, int[] counts, int at, SplittableRandom random) {
        int left = people;
        for (int option = OPTIONS - 1; option > 0; option--) {
            int chosen = (int) Math.round(left * (0.2 + 0.3 * random.nextDouble()));
            counts[at + option] = chosen;
            left -= chosen;
        }
        counts[at] = left;
    }

    static int age(int cell) {
        return cell % AGES;
    }

    static int sex(int cell) {
        return cell / AGES % SEXES;
    }

    static int school(int cell) {
        return cell / (AGES * SEXES);
    }

    /** Place × audience: 36 of them. */
    static int stratum(int cell) {
        return cell / (AGES * SEXES * SCHOOLS);
    }

    /** @param bySchool whether schools were drawn, or every respondent directly */
    SurveyDesign design(boolean bySchool) {
        double[] weights = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            // By school every school has a weight of its own; drawn directly, the stratum has one.
            weights[cell] = bySchool ? 5 + school(cell) % 37 * 0.25 : 5 + stratum(cell) * 0.25;
        }
        var plan = SurveyDesign.withWeights(weights).counts(respondents).strata(column(SyntheticCells::stratum));
        return (bySchool ? plan.clusters(column(SyntheticCells::school)) : plan).build();
    }

    /** Place × audience, sex and age, each a little off what the sample has. */
    List<Margin> margins(SurveyDesign design) {
        List<Margin> margins = List.of(
                margin(design, "place and audience", SyntheticCells::stratum, PLACES * AUDIENCES),
                margin(design, "sex", SyntheticCells::sex, SEXES),
                margin(design, "age", SyntheticCells::age, AGES));
        double total = sum(margins.get(0).population());
        return margins.stream()
                .map(margin -> {
                    double scale = total / sum(margin.population());
                    double[] people = margin.population();
                    for (int each = 0; each < people.length; each++) {
                        people[each] *= scale;
                    }
                    return new Margin(margin.name(), margin.categoryOfCell(), margin.categories(), people);
                })
                .toList();
    }

    private Margin margin(SurveyDesign design, String name, IntUnaryOperator category, int categories) {
        double[] people = new double[categories];
        for (int cell = 0; cell < CELLS; cell++) {
            int each = category.applyAsInt(cell);
            people[each] += design.weight(cell) * respondents[cell] * (1 + 0.1 * ((each * 7) % 5 - 2) / 2);
        }
        List<String> names =
                IntStream.range(0, categories).mapToObj(Integer::toString).toList();
        return new Margin(name, column(category), names, people);
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** Every place × audience. */
    static List<Domain> domains() {
        return IntStream.range(0, PLACES * AUDIENCES)
                .mapToObj(stratum -> Domain.where(CELLS, cell -> stratum(cell) == stratum))
                .toList();
    }

    /** The category of every cell in a margin. */
    static int[] category(String margin) {
        return switch (margin) {
            case "stratum" -> column(SyntheticCells::stratum);
            case "sex" -> column(SyntheticCells::sex);
            case "age" -> column(SyntheticCells::age);
            default -> throw new IllegalArgumentException(margin);
        };
    }

    private static int[] column(IntUnaryOperator value) {
        return IntStream.range(0, CELLS).map(value).toArray();
    }
}
