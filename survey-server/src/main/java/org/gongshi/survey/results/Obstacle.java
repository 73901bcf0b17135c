package org.gongshi.survey.results;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/**
 * A stratum that the locked plan cannot weight (无法按方案加权的层): codes were given out, and nobody or a single unit answered.
 *
 * @param nobody whether nobody answered; else a single school, or a single person of the public
 * @param people behind it, by the frame
 * @param invited codes given out
 * @param neighbours stages of the same place and audience in which more answered, the nearest first; chosen by the frame alone,
 *     without a look at any answer
 */
public record Obstacle(Stratum stratum, boolean nobody, long people, long invited, List<SchoolStage> neighbours) {
    public Obstacle {
        Objects.requireNonNull(stratum, "stratum");
        neighbours = List.copyOf(neighbours);
    }

    /** Whether such a deviation is a way past it. */
    public boolean allows(Deviation deviation) {
        return switch (deviation.kind()) {
            case MERGED -> neighbours.contains(deviation.into().orElseThrow());
            case NOT_COVERED -> nobody;
            case ADJUSTED -> !nobody;
        };
    }
}
