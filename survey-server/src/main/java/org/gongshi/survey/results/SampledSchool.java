package org.gongshi.survey.results;

import java.util.Comparator;
import java.util.Objects;
import org.gongshi.survey.response.Stratum;

/**
 * A school of the sample in one stratum (入样学校): what a base weight belongs to.
 *
 * @param cluster the school's number beside the answers; 0 for the public, whose strata have one base weight
 */
public record SampledSchool(Stratum stratum, int cluster) implements Comparable<SampledSchool> {
    private static final Comparator<SampledSchool> ORDER =
            Comparator.comparing(SampledSchool::stratum).thenComparing(SampledSchool::cluster);

    public SampledSchool {
        Objects.requireNonNull(stratum, "stratum");
    }

    @Override
    public int compareTo(SampledSchool other) {
        return ORDER.compare(this, other);
    }
}
