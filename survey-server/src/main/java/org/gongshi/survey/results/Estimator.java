package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Stratum;

/**
 * The rows of one audience's probability sample (估计): the organizer's whole area, every place, every stage of a place.
 * Design-based, with schools as clusters and place × stage as strata; a simple-random interval is never used where a school
 * is known, since on clustered answers it would be two to three times too narrow.
 */
final class Estimator {
    static final String INDEX = "index-mean/1";
    static final String RATE = "answer-rate/1";
    static final String ITEM_MEAN = "item-mean/1";
    static final String ITEM_RATE = "item-rate/1";

    private final Sample sample;
    private final Questionnaire questionnaire;
    private final SurveyPlan plan;
    private final Map<Stratum, Population> populations;

    Estimator(Sample sample, Questionnaire questionnaire, SurveyPlan plan, Map<Stratum, Population> populations) {
        this.sample = sample;
        this.questionnaire = questionnaire;
        this.plan = plan;
        this.populations = new TreeMap<>();
        populations.forEach((stratum, population) -> {
            if (stratum.audience() == questionnaire.audience()) {
                this.populations.put(stratum, population);
            }
        });
    }

    /** The whole first, then place by place, each followed by its stages. */
    RowTree rows(PlaceCode organizer, List<PlaceCode> places) {
        List<RawRow> rows = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        rows.add(row(organizer, Optional.empty(), stratum -> true));
        parents.add(-1);
        for (PlaceCode place : places) {
            int parent = rows.size();
            rows.add(row(place, Optional.empty(), stratum -> stratum.place().equals(place)));
            parents.add(0);
            for (SchoolStage stage : plan.stages().get(questionnaire.audience())) {
                Predicate<Stratum> own = stratum ->
                        stratum.place().equals(place) && stratum.stage().equals(Optional.of(stage));
                if (populations.keySet().stream().anyMatch(own)) {
                    rows.add(row(place, Optional.of(stage), own));
                    parents.add(parent);
                }
            }
        }
        return new RowTree(rows, parents);
    }

    private RawRow row(PlaceCode place, Optional<SchoolStage> stage, Predicate<Stratum> strata) {
        Part part = new Part(sample, questionnaire, plan, strata);
        Figure rate = part.rate();
        return new RawRow(
                place,
                stage,
                sum(strata, Population::people),
                sum(strata, Population::invited),
                part.sheets(),
                part.schools(),
                part.index(),
                rate,
                part.rateCount(rate),
                // Items by single stages would be thin, and every one a way to take totals apart.
                stage.isPresent() ? List.of() : part.items());
    }

    private long sum(Predicate<Stratum> strata, ToLongFunction<Population> number) {
        return populations.entrySet().stream()
                .filter(entry -> strata.test(entry.getKey()))
                .mapToLong(entry -> number.applyAsLong(entry.getValue()))
                .sum();
    }
}
