package org.gongshi.evaluation.sampling;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.digest.CommittedSeed;

/** A drawn sample with everything it came from (抽样记录): what the record file says. */
public record SurveySample(
        SamplePlan plan, CommittedSeed seed, List<SchoolStratum> schools, List<AddressStratum> addresses) {
    public SurveySample {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(seed, "seed");
        schools = List.copyOf(schools);
        addresses = List.copyOf(addresses);
    }
}
