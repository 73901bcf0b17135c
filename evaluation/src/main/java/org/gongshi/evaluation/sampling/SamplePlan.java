package org.gongshi.evaluation.sampling;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * The plan of the draw (抽样方案), published before the seed is known.
 *
 * @param digest SHA-256 of the plan's file
 * @param frames SHA-256 of every file of the frame
 * @param share the share for which the half width is wanted; 0.5 needs most
 * @param size what a school's probability is proportional to
 * @param classesPerSchool classes drawn in every drawn school, 1 or more
 * @param minimumSchools schools drawn in a stratum at least
 * @param targets by audience; only those are asked that have one
 * @param commitment SHA-256 of the office's secret part of the seed
 * @param beacon which public random event gives the other part; empty when the office's part is all
 */
public record SamplePlan(
        Digest digest,
        List<Digest> frames,
        Confidence confidence,
        BigDecimal share,
        SizeMeasure size,
        int classesPerSchool,
        int minimumSchools,
        Map<Audience, SampleTarget> targets,
        Digest commitment,
        Optional<String> beacon) {
    public SamplePlan {
        Objects.requireNonNull(digest, "digest");
        frames = List.copyOf(frames);
        Objects.requireNonNull(confidence, "confidence");
        Require.that(share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0, "a share between 0 and 1");
        Objects.requireNonNull(size, "size");
        Require.that(classesPerSchool >= 1 && minimumSchools >= 1, "at least one school and one class");
        Map<Audience, SampleTarget> wanted = new EnumMap<>(Audience.class);
        wanted.putAll(targets);
        targets = Collections.unmodifiableMap(wanted);
        Objects.requireNonNull(commitment, "commitment");
        Objects.requireNonNull(beacon, "beacon");
    }
}
