package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.evaluation.statistics.SurveyFault;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;

/**
 * What the released figures were weighted by, sheet by sheet (最终权数): for the survey agency, which gets the published estimates and
 * their standard errors from it with any program for complex samples. Never for publication.
 */
public final class FinalWeights {
    private final Tally tally;
    private final Weighting.Steps steps;
    private final Map<CellKey, Integer> numbers = new TreeMap<>();

    private FinalWeights(Tally tally, Weighting.Steps steps) {
        this.tally = Objects.requireNonNull(tally, "tally");
        this.steps = Objects.requireNonNull(steps, "steps");
        for (CountedCell cell : steps.sample().cells()) {
            numbers.put(cell.key(), numbers.size());
        }
    }

    /**
     * Where a sheet stands in the design.
     *
     * @param stratum of the design, from 0
     * @param school number of the cluster, from 0; −1 where the person itself is the unit
     * @param margins for every margin the sheet's category, from 0
     * @param before weight after non-response and trimming, before the margins
     * @param weight final weight
     */
    public record Placement(int stratum, int school, List<Integer> margins, double before, double weight) {
        public Placement {
            margins = List.copyOf(margins);
        }
    }

    /** A category of a margin and the people it was adjusted to; margins and categories are counted from 0. */
    public record Total(int margin, String name, int category, String label, double people) {
        public Total {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(label, "label");
        }
    }

    /** The weights of a release; empty when there are none, because the release itself would be refused. */
    public static Optional<FinalWeights> of(ReleaseRequest request, ResultsRelease.Source answers) {
        var tally = new Tally(request.plan(), request.questionnaires(), request.places());
        answers.forEach(tally::add);
        var file = Location.of(request.round().toString());
        var weighting = new Weighting(
                request.plan(),
                request.questionnaires(),
                request.baseWeights(),
                new Deviations(request.deviations()),
                file,
                file,
                new Findings());
        try {
            return weighting
                    .steps(tally.counted(org.gongshi.survey.response.Mode.CODE), populations(request))
                    .map(steps -> new FinalWeights(tally, steps));
        } catch (SurveyFault fault) {
            return Optional.empty();
        }
    }

    private static Map<Stratum, Population> populations(ReleaseRequest request) {
        Map<Stratum, Population> found = new TreeMap<>();
        request.populations().stream()
                .filter(row -> request.questionnaires().containsKey(row.audience())
                        && request.places().contains(row.place()))
                .forEach(row -> found.put(new Stratum(row.place(), row.audience(), row.stage()), row));
        return found;
    }

    /** Where a sheet stands; empty for volunteers and for sheets that count nowhere. */
    public Optional<Placement> of(Response sheet) {
        return tally.place(sheet).map(numbers::get).map(this::at);
    }

    private Placement at(int cell) {
        SurveyDesign weighted = steps.sample().design();
        return new Placement(
                steps.strata().design()[cell],
                steps.sample().schools()[cell],
                steps.margins().stream()
                        .map(margin -> margin.categoryOfCell()[cell])
                        .toList(),
                steps.before().weight(cell),
                weighted.weight(cell));
    }

    /** How many margins there are; the first is the population of place × audience × stage. */
    public int margins() {
        return steps.margins().size();
    }

    public List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        for (int number = 0; number < margins(); number++) {
            Margin margin = steps.margins().get(number);
            for (int category = 0; category < margin.categories().size(); category++) {
                totals.add(new Total(
                        number,
                        margin.name(),
                        category,
                        margin.categories().get(category),
                        margin.population()[category]));
            }
        }
        return totals;
    }
}
