package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;

/**
 * Takes apart what stands beside the rows, with nothing but sums and lists of whole numbers: two totals of differently weighted
 * people, the whole's doubted less the places', composites less their parts, Kish's design effect turned into counts.
 */
final class LineAttacker {
    private static final double HALF = 0.05;
    private static final int ROUNDING = 2;

    private final ReleasedResults results;
    private final List<String> found = new ArrayList<>();

    LineAttacker(ReleasedResults results) {
        this.results = results;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /**
     * Two groups whose shares of the population the plan says: what the few of the rare one think. Somebody has told him how
     * many they are.
     *
     * @param share of the rare group in the place's population
     */
    void twoGroups(PlaceCode place, double share, long few) {
        Optional<AudienceResult> row = results.find(place, Audience.PUBLIC);
        Optional<BigDecimal> plain = row.flatMap(AudienceResult::sensitivity).flatMap(Sensitivity::unweighted);
        if (plain.isEmpty() || !(row.get().index() instanceof Estimate.Shown index)) {
            return;
        }
        double low = 100;
        double high = 0;
        for (long n = index.n() - ROUNDING; n <= index.n() + ROUNDING; n++) {
            for (double mean = 0; mean <= 100; mean += 0.25) {
                if (fits(mean, share, (double) few / n, index.value(), plain.get())) {
                    low = Math.min(low, mean);
                    high = Math.max(high, mean);
                }
            }
        }
        if (high >= low && high - low < 9.5) {
            found.add(place + ": the few think " + low + "–" + high);
        }
    }

    private static boolean fits(double mean, double weighted, double plain, BigDecimal index, BigDecimal unweighted) {
        double least = (index.doubleValue() - HALF - weighted * mean) / (1 - weighted);
        double most = (index.doubleValue() + HALF - weighted * mean) / (1 - weighted);
        least = Math.max(0, least);
        most = Math.min(100, most);
        return least <= most
                && plain * mean + (1 - plain) * least <= unweighted.doubleValue() + HALF
                && plain * mean + (1 - plain) * most >= unweighted.doubleValue() - HALF;
    }

    /** One place, two groups: which numbers of the rare group give the published design effect of the weights. */
    void kish(double share) {
        results.analysis().weights().stream()
                .filter(report -> report.audience() == Audience.PUBLIC)
                .forEach(report -> {
                    long n = results.find(results.round().organizer(), Audience.PUBLIC)
                            .flatMap(AudienceResult::responded)
                            .orElseThrow();
                    List<Long> possible = new ArrayList<>();
                    for (long few = 1; few < n - 3; few++) {
                        if (couldBe(report.kishDeff().doubleValue(), n, few, share)) {
                            possible.add(few);
                        }
                    }
                    boolean knowsFew = !possible.isEmpty() && possible.stream().allMatch(few -> few < 10);
                    if (knowsFew && possible.size() < 9) {
                        found.add("the rare group has " + possible);
                    }
                });
    }

    private static boolean couldBe(double kish, long rounded, long few, double share) {
        for (long n = rounded - ROUNDING; n <= rounded + ROUNDING; n++) {
            double own = n * (share * share / few + (1 - share) * (1 - share) / (n - few));
            if (Math.abs(own - kish) <= 0.005 + 1e-9) {
                return true;
            }
        }
        return false;
    }

    /** Places that are silent about their doubted sheets: how many, by the whole less the others. */
    void doubted(Audience audience) {
        Optional<Long> whole = results.find(results.round().organizer(), audience)
                .flatMap(AudienceResult::sensitivity)
                .flatMap(Sensitivity::doubted);
        if (whole.isEmpty()) {
            return;
        }
        long least = whole.get() - (whole.get() == 0 ? 0 : ROUNDING);
        long most = whole.get() + (whole.get() == 0 ? 0 : ROUNDING);
        List<AudienceResult> silent = new ArrayList<>();
        for (AudienceResult row : headlines(audience)) {
            Optional<Long> own = row.sensitivity().flatMap(Sensitivity::doubted);
            if (own.isPresent()) {
                least -= own.get() == 0 ? 0 : own.get() + ROUNDING;
                most -= own.get() == 0 ? 0 : own.get() - ROUNDING;
            } else {
                silent.add(row);
            }
        }
        boolean others = results.results().stream()
                .anyMatch(row -> row.audience() == audience
                        && row.stage().isEmpty()
                        && !(row.index() instanceof Estimate.Shown)
                        && row.mode() == AudienceResult.Mode.PROBABILITY);
        if (silent.isEmpty() || others) {
            return;
        }
        // Each of the silent has one to nine; the others of them take between one and nine away.
        long low = Math.max(1, least - 9L * (silent.size() - 1));
        long high = Math.min(9, most - (silent.size() - 1));
        if (low > 1 || high < 9) {
            found.add(audience + ": each of the silent has " + low + "–" + high + " doubted sheets");
        }
        if (silent.size() == 1) {
            thinking(silent.get(0), audience, low, high);
        }
    }

    /** What the doubted of the one silent place think, from the whole's two figures. */
    private void thinking(AudienceResult silent, Audience audience, long fewest, long most) {
        AudienceResult whole =
                results.find(results.round().organizer(), audience).orElseThrow();
        double low = 100;
        double high = 0;
        for (long few = fewest; few <= most; few++) {
            for (double mean = 0; mean <= 100; mean += 0.5) {
                if (explains(whole, silent, audience, few, mean)) {
                    low = Math.min(low, mean);
                    high = Math.max(high, mean);
                }
            }
        }
        if (high >= low && high - low < 9) {
            found.add(audience + ": the doubted of " + silent.place() + " think " + low + "–" + high);
        }
    }

    private boolean explains(AudienceResult whole, AudienceResult silent, Audience audience, long few, double mean) {
        double people = 0;
        double kept = 0;
        double points = 0;
        for (AudienceResult row : headlines(audience)) {
            Estimate.Shown index = (Estimate.Shown) row.index();
            double share = row == silent
                    ? (double) few / index.n()
                    : row.sensitivity().flatMap(Sensitivity::doubted).orElse(0L) / (double) index.n();
            people += row.population();
            kept += row.population() * (1 - share);
            points += row == silent
                    ? row.population() * (index.value().doubleValue() - share * mean)
                    : row.population()
                            * (1 - share)
                            * row.sensitivity()
                                    .flatMap(Sensitivity::withoutDoubted)
                                    .orElse(index.value())
                                    .doubleValue();
        }
        double second = whole.sensitivity()
                .flatMap(Sensitivity::withoutDoubted)
                .orElseThrow()
                .doubleValue();
        return people > 0 && Math.abs(points / kept - second) <= 2 * HALF;
    }

    private List<AudienceResult> headlines(Audience audience) {
        return results.results().stream()
                .filter(row -> row.audience() == audience
                        && row.stage().isEmpty()
                        && row.mode() == AudienceResult.Mode.PROBABILITY
                        && !row.place().equals(results.round().organizer())
                        && row.index() instanceof Estimate.Shown)
                .toList();
    }

    /** A composite less the audiences that are shown. */
    void composites(CompositePlan plan) {
        results.analysis().composites().forEach(composite -> {
            if (!(composite.index() instanceof Estimate.Shown shown)) {
                return;
            }
            double left = shown.value().doubleValue();
            double hidden = 0;
            for (Map.Entry<Audience, BigDecimal> weight : plan.weights().entrySet()) {
                Optional<Estimate> index =
                        results.find(composite.place(), weight.getKey()).map(AudienceResult::index);
                if (index.isPresent() && index.get() instanceof Estimate.Shown own) {
                    left -= weight.getValue().doubleValue() * own.value().doubleValue();
                } else if (composite.audiences().contains(weight.getKey())) {
                    hidden += weight.getValue().doubleValue();
                }
            }
            if (hidden > 0) {
                found.add(composite.place() + ": the hidden audience has about " + left / hidden);
            }
        });
    }
}
