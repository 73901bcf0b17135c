package org.gongshi.survey.results;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.DfRule;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Precision;

/** The person indices of all audiences in one design (个人指数): what composites and comparisons are made of. */
final class IndexSample {
    static final Precision PRECISION = new Precision(0.95, DfRule.DOMAIN);

    private final Sample sample;
    private final Answers answers;

    IndexSample(Sample sample) {
        this.sample = sample;
        this.answers = Answers.ofValueCounts(
                sample.cells().stream().map(cell -> cell.cell().indices()).toList());
    }

    Sample sample() {
        return sample;
    }

    Answers answers() {
        return answers;
    }

    /** @param place empty for the whole area */
    Domain domain(Audience audience, Optional<PlaceCode> place) {
        return sample.domain(cell -> cell.stratum().audience() == audience
                && place.map(cell.stratum().place()::equals).orElse(true));
    }

    /** The cells of an audience at a place (of the whole area when empty), by number. */
    List<Integer> cells(Audience audience, Optional<PlaceCode> place) {
        Domain domain = domain(audience, place);
        return java.util.stream.IntStream.range(0, sample.cells().size())
                .filter(domain::contains)
                .boxed()
                .toList();
    }
}
