package org.gongshi.evaluation.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * How many people of the frame everybody invited there stands for (基础权数): the inverse of the inclusion probability.
 *
 * @param stage empty for the public
 * @param school label of the school, as codes are printed for it; empty for the public
 * @param invited people invited there
 */
public record BaseWeight(
        PlaceCode place,
        Audience audience,
        Optional<SchoolStage> stage,
        Optional<String> school,
        long invited,
        Fraction weight) {
    public BaseWeight {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(weight, "weight");
    }

    /** All base weights of a sample: by place, stage, audience and school, then by place for the public. */
    public static List<BaseWeight> of(SurveySample sample) {
        List<BaseWeight> weights = new ArrayList<>();
        for (SchoolStratum stratum : sample.schools()) {
            for (SchoolNeed need : stratum.needs()) {
                for (DrawnSchool school : stratum.drawn()) {
                    weights.add(new BaseWeight(
                            stratum.place(),
                            need.audience(),
                            Optional.of(stratum.stage()),
                            Optional.of(school.name()),
                            school.invited(),
                            school.weight()));
                }
            }
        }
        for (AddressStratum stratum : sample.addresses()) {
            weights.add(new BaseWeight(
                    stratum.place(),
                    Audience.PUBLIC,
                    Optional.empty(),
                    Optional.empty(),
                    stratum.drawn().size(),
                    stratum.weight()));
        }
        return List.copyOf(weights);
    }
}
