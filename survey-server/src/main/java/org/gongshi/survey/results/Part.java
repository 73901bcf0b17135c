package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.statistics.DfRule;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.MeanEstimate;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.ProportionEstimate;
import org.gongshi.evaluation.statistics.TotalEstimate;
import org.gongshi.survey.response.Stratum;

/** The part of a sample in which the figures of one row are taken; the rest stays in the variance with zero contribution. */
final class Part {
    // t with the schools minus the strata of this part: the whole sample's would promise too much for a single place.
    private static final Precision PRECISION = new Precision(0.95, DfRule.DOMAIN);

    private final Sample sample;
    private final Questionnaire questionnaire;
    private final SurveyPlan plan;
    private final Audience audience;
    private final Domain domain;
    private final int[] cells;

    Part(Sample sample, Questionnaire questionnaire, SurveyPlan plan, Predicate<Stratum> strata) {
        this.sample = sample;
        this.questionnaire = questionnaire;
        this.plan = plan;
        this.audience = questionnaire.audience();
        this.domain = sample.domain(cell -> cell.stratum().audience() == audience && strata.test(cell.stratum()));
        this.cells = IntStream.range(0, sample.cells().size())
                .filter(domain::contains)
                .toArray();
    }

    long sheets() {
        return IntStream.of(cells).mapToLong(at -> cell(at).sheets()).sum();
    }

    long schools() {
        return units(cell -> true, sheets());
    }

    /** Satisfaction index (满意度指数): the mean of the person index over those who answered enough items. */
    Figure index() {
        MeanEstimate mean = Estimates.mean(sample.design(), sample.numbers(audience, Cell::indices), domain, PRECISION);
        return Figures.of(mean, units(cell -> !cell.indices().isEmpty(), mean.n()), Estimator.INDEX);
    }

    /**
     * Satisfaction rate (满意率): R = Σ w x ÷ Σ w y, x the satisfied and y the valid answers of a person; its variance is that
     * of the total of w (x − R y) ÷ Σ w y (Woodruff 1971). Clusters are schools, for the public persons: the answers of one
     * person go together.
     */
    Figure rate() {
        double satisfied = 0;
        double valid = 0;
        for (int at : cells) {
            for (var entry : cell(at).answers().entrySet()) {
                double weight = sample.design().weight(at) * entry.getValue();
                satisfied += weight * entry.getKey().satisfied();
                valid += weight * entry.getKey().valid();
            }
        }
        if (valid == 0) {
            return Figure.nobody(Estimator.RATE);
        }
        double rate = satisfied / valid;
        TotalEstimate residuals = Estimates.total(
                sample.design(), sample.numbers(audience, cell -> residuals(cell, rate)), domain, PRECISION);
        long schools = units(Part::hasValid, residuals.n());
        return Figures.rate(rate, residuals, valid, schools, Estimator.RATE);
    }

    /** Satisfied answers and valid answers, unweighted. */
    OptionCount rateCount(Figure rate) {
        long satisfied = 0;
        long valid = 0;
        for (int at : cells) {
            for (var entry : cell(at).answers().entrySet()) {
                satisfied += (long) entry.getValue() * entry.getKey().satisfied();
                valid += (long) entry.getValue() * entry.getKey().valid();
            }
        }
        return new OptionCount(rate.value().orElse(0), satisfied, valid);
    }

    /** The items in the order of the questionnaire. */
    List<ItemRow> items() {
        List<ItemRow> rows = new ArrayList<>();
        for (int item = 0; item < questionnaire.items().size(); item++) {
            rows.add(item(item));
        }
        return rows;
    }

    private ItemRow item(int item) {
        List<Option> scale = questionnaire.scale();
        double[] points = scale.stream()
                .mapToDouble(option -> plan.mapping().get(option.value()).doubleValue())
                .toArray();
        double[] hits = scale.stream()
                .mapToDouble(option -> plan.satisfied().contains(option.value()) ? 1 : 0)
                .toArray();
        MeanEstimate mean = Estimates.mean(sample.design(), sample.item(audience, item, points), domain, PRECISION);
        ProportionEstimate rate =
                Estimates.proportion(sample.design(), sample.item(audience, item, hits), domain, PRECISION);
        long schools = units(cell -> valid(cell, item) > 0, mean.n());
        Map<Integer, OptionCount> shares = new TreeMap<>();
        for (int option = 0; option < scale.size(); option++) {
            shares.put(scale.get(option).value(), share(item, option, false));
        }
        Figure satisfied = Figures.of(rate, schools, Estimator.ITEM_RATE);
        return new ItemRow(
                questionnaire.items().get(item).code(),
                Figures.of(mean, schools, Estimator.ITEM_MEAN),
                satisfied,
                new OptionCount(satisfied.value().orElse(0), rate.events(), rate.n()),
                shares,
                share(item, scale.size(), true));
    }

    /** @param amongAll whether those who chose 不了解 belong to the base */
    private OptionCount share(int item, int option, boolean amongAll) {
        double chosen = 0;
        double everybody = 0;
        long count = 0;
        long base = 0;
        for (int at : cells) {
            int own = cell(at).count(item, option);
            int all = valid(cell(at), item)
                    + (amongAll ? cell(at).count(item, questionnaire.scale().size()) : 0);
            chosen += sample.design().weight(at) * own;
            everybody += sample.design().weight(at) * all;
            count += own;
            base += all;
        }
        return new OptionCount(base == 0 ? 0 : 100 * chosen / everybody, count, base);
    }

    private Cell cell(int at) {
        return sample.cell(at);
    }

    /** Schools in which somebody answered; for the public every person is a unit of the sample. */
    private long units(Predicate<Cell> answered, long persons) {
        return audience.isSampledBySchool()
                ? IntStream.of(cells)
                        .filter(at -> answered.test(cell(at)))
                        .map(at -> sample.schools()[at])
                        .distinct()
                        .count()
                : persons;
    }

    private int valid(Cell cell, int item) {
        int valid = 0;
        for (int option = 0; option < questionnaire.scale().size(); option++) {
            valid += cell.count(item, option);
        }
        return valid;
    }

    private static boolean hasValid(Cell cell) {
        return cell.answers().keySet().stream().anyMatch(count -> count.valid() > 0);
    }

    private static Map<Double, Integer> residuals(Cell cell, double rate) {
        Map<Double, Integer> residuals = new HashMap<>();
        cell.answers().forEach((count, persons) -> {
            if (count.valid() > 0) {
                residuals.merge(count.satisfied() - rate * count.valid(), persons, Integer::sum);
            }
        });
        return residuals;
    }
}
