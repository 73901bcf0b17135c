package org.gongshi.evaluation.sampling;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * The record of a draw (抽样记录): the sample, and from which files it was drawn.
 *
 * @param frames in the order of the plan
 * @param planText the plan's file, character by character
 */
public record SampleRecord(List<FrameFile> frames, String planText, SurveySample sample) {
    public SampleRecord {
        frames = List.copyOf(frames);
        Require.text(planText, "planText");
        Objects.requireNonNull(sample, "sample");
    }
}
