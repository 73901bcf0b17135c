package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small random survey held twice: as cells with counts by option, and with one cell a respondent. Both must give the same
 * figures.
 */
final class RandomSample {
    static final double[] POINTS = {0, 25, 50, 75, 100};

    /** How the sample was drawn. */
    enum Kind {
        CLUSTERED,
        DIRECT,
        /** The last stratum drawn directly, the others through clusters. */
        MIXED
    }

    final Kind kind;
    final List<Integer> stratum = new ArrayList<>();
    final List<Integer> cluster = new ArrayList<>();
    final List<Double> weight = new ArrayList<>();
    final List<Integer> group = new ArrayList<>();
    final List<Integer> side = new ArrayList<>();
    /** Answers by option, the last entry: without an answer. */
    final List<int[]> counts = new ArrayList<>();

    RandomSample(long seed, Kind kind) {
        this.kind = kind;
        var random = new Random(seed);
        int clusters = 0;
        for (int each = 0; each < 3; each++) {
            for (int unit = 0; unit < 3 + random.nextInt(3); unit++, clusters++) {
                for (int cell = 0; cell < 4; cell++) {
                    stratum.add(each);
                    cluster.add(kind == Kind.CLUSTERED || kind == Kind.MIXED && each < 2 ? clusters : -1);
                    weight.add(1 + random.nextInt(40) / 8.0);
                    group.add(cell % 2);
                    side.add(cell / 2);
                    counts.add(random.ints(POINTS.length + 1, 0, 4).toArray());
                }
            }
        }
    }

    int cells() {
        return weight.size();
    }

    /** One cell for each (cluster, weight, group, side). */
    SurveyDesign compressed() {
        int[] size = counts.stream()
                .mapToInt(each -> java.util.Arrays.stream(each).sum())
                .toArray();
        // Drawn directly: no clusters are named at all.
        return kind == Kind.DIRECT ? plan(stratum, weight, size).build() : design(stratum, cluster, weight, size);
    }

    Answers compressedAnswers() {
        int options = POINTS.length;
        int[] flat = new int[cells() * options];
        for (int cell = 0; cell < cells(); cell++) {
            System.arraycopy(counts.get(cell), 0, flat, cell * options, options);
        }
        return Answers.ofOptionCounts(cells(), flat, POINTS);
    }

    /** Cell of every respondent. */
    int[] owner() {
        List<Integer> owner = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            for (int many : counts.get(cell)) {
                for (int each = 0; each < many; each++) {
                    owner.add(cell);
                }
            }
        }
        return owner.stream().mapToInt(Integer::intValue).toArray();
    }

    SurveyDesign expanded() {
        int[] owner = owner();
        List<Integer> strata = new ArrayList<>();
        List<Integer> clusters = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        int[] ones = new int[owner.length];
        for (int row = 0; row < owner.length; row++) {
            strata.add(stratum.get(owner[row]));
            // Written out, everybody drawn directly has a label of their own.
            clusters.add(cluster.get(owner[row]) < 0 ? 1000 + row : cluster.get(owner[row]));
            weights.add(weight.get(owner[row]));
            ones[row] = 1;
        }
        return design(strata, clusters, weights, ones);
    }

    Answers expandedAnswers() {
        List<Double> values = new ArrayList<>();
        for (int[] each : counts) {
            for (int option = 0; option < each.length; option++) {
                for (int many = 0; many < each[option]; many++) {
                    values.add(option < POINTS.length ? POINTS[option] : Double.NaN);
                }
            }
        }
        return Answers.ofRows(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static SurveyDesign design(List<Integer> strata, List<Integer> clusters, List<Double> weights, int[] size) {
        int[] labels = clusters.stream().mapToInt(Integer::intValue).toArray();
        return plan(strata, weights, size).clusters(labels).build();
    }

    private static SamplingPlan plan(List<Integer> strata, List<Double> weights, int[] size) {
        return SurveyDesign.withWeights(
                        weights.stream().mapToDouble(Double::doubleValue).toArray())
                .counts(size)
                .strata(strata.stream().mapToInt(Integer::intValue).toArray())
                .population(
                        strata.stream().mapToDouble(each -> 500 + 100 * each).toArray());
    }

    /** Margins that the sample can reach, for the cells or, through {@code owner}, for the respondents. */
    List<Margin> margins(int[] owner) {
        return List.of(margin("group", group, owner, 900, 1100), margin("side", side, owner, 1300, 700));
    }

    private static Margin margin(String name, List<Integer> category, int[] owner, double... population) {
        int[] categories = java.util.Arrays.stream(owner).map(category::get).toArray();
        return new Margin(name, categories, List.of("0", "1"), population);
    }

    Domain groupDomain(int[] owner, int wanted) {
        return Domain.where(owner.length, each -> group.get(owner[each]) == wanted);
    }

    int[] itself() {
        return java.util.stream.IntStream.range(0, cells()).toArray();
    }
}
