package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.gongshi.evaluation.disclosure.Room;
import org.gongshi.evaluation.statistics.LinearProgram;
import org.gongshi.survey.response.Stratum;

/**
 * Whether the weighted and the unweighted index of the same people may stand side by side (两种权数并列). Their difference is a sum
 * over weight classes, Σ (w/W − 1/n) y: where a few people weigh very differently from the others it would say what they
 * think. An attacker is assumed who knows every weight, every number of people and the index of every stage exactly, and the
 * unweighted figure to its rounding; the mean of every {@link Handfuls handful} must keep ten of its 100 points open.
 *
 * <p>The others are joined into few groups of one mean each, so that what is found is less than what is truly open: what passes
 * is safe, and what does not pass is not published.
 */
final class TwoTotals {
    private static final double MOST = 100;
    private static final int GROUPS = 6;

    private final IndexSample indices;
    private final Handfuls handfuls;
    private final int hide;
    private final double half;

    /** @param decimals of the published figures */
    TwoTotals(IndexSample indices, int hide, int decimals) {
        this.indices = indices;
        this.hide = hide;
        this.half = Math.pow(10, -decimals) / 2;
        this.handfuls = new Handfuls(indices.sample().cells(), this::persons, this::weight);
    }

    /** @param cells of one row, whose stages all show their index */
    boolean isSafe(List<Integer> cells) {
        Map<Stratum, List<Integer>> stages = new TreeMap<>();
        for (int cell : cells) {
            if (persons(cell) > 0) {
                stages.computeIfAbsent(indices.sample().cells().get(cell).stratum(), absent -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<Set<Integer>> few = new ArrayList<>(handfuls.among(cells, hide));
        stages.values().forEach(stage -> few.addAll(handfuls.among(stage, hide)));
        return few.stream().distinct().allMatch(handful -> isOpen(handful, stages));
    }

    private boolean isOpen(Set<Integer> handful, Map<Stratum, List<Integer>> stages) {
        List<List<Integer>> groups = new ArrayList<>(List.of(List.copyOf(handful)));
        stages.values().forEach(stage -> groups.addAll(others(stage, handful)));
        Map<Stratum, double[]> weighted = new TreeMap<>();
        stages.keySet().forEach(stage -> weighted.put(stage, new double[groups.size()]));
        double[] plain = new double[groups.size()];
        for (int group = 0; group < plain.length; group++) {
            for (int cell : groups.get(group)) {
                Stratum stage = indices.sample().cells().get(cell).stratum();
                weighted.get(stage)[group] += weight(cell) * persons(cell);
                plain[group] += persons(cell);
            }
        }
        var programme = new LinearProgram(groups.size());
        weighted.forEach((stage, factors) -> {
            double index = mean(stages.get(stage), this::weight);
            programme.between(shares(factors), index, index);
        });
        List<Integer> all = stages.values().stream().flatMap(List::stream).toList();
        double rounded = Math.rint(mean(all, cell -> 1) / (2 * half)) * 2 * half;
        programme.between(shares(plain), rounded - half, rounded + half);
        for (int group = 0; group < plain.length; group++) {
            double[] own = new double[plain.length];
            own[group] = 1;
            programme.between(own, 0, MOST);
        }
        double[] mean = new double[plain.length];
        mean[0] = 1;
        return programme
                .range(mean)
                .filter(range -> range.width() >= Room.POINTS)
                .isPresent();
    }

    private double mean(List<Integer> cells, IntToDoubleFunction weight) {
        double sum = 0;
        double people = 0;
        for (int cell : cells) {
            sum += weight.applyAsDouble(cell) * points(cell);
            people += weight.applyAsDouble(cell) * persons(cell);
        }
        return sum / people;
    }

    /** The rest of a stage by weight, in a few groups of about as many cells. */
    private List<List<Integer>> others(List<Integer> stage, Set<Integer> handful) {
        List<Integer> sorted = stage.stream()
                .filter(cell -> !handful.contains(cell))
                .sorted(Comparator.comparingDouble(this::weight).thenComparing(cell -> cell))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        int many = Math.min(GROUPS, sorted.size());
        for (int group = 0; group < many; group++) {
            groups.add(sorted.subList(group * sorted.size() / many, (group + 1) * sorted.size() / many));
        }
        return groups;
    }

    private static double[] shares(double[] factors) {
        double sum = Arrays.stream(factors).sum();
        return Arrays.stream(factors).map(factor -> factor / sum).toArray();
    }

    private double weight(int cell) {
        return indices.sample().design().weight(cell);
    }

    private long persons(int cell) {
        return indices.answers().valid(cell);
    }

    private double points(int cell) {
        double sum = 0;
        for (var entry : indices.sample().cell(cell).indices().entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum;
    }
}
