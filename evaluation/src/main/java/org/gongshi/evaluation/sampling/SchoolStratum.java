package org.gongshi.evaluation.sampling;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * One place's schools of one stage (学校层): the frame, what was needed, and what was drawn.
 *
 * @param needs of every audience that has this stage
 * @param frame all schools, by name
 * @param drawn the drawn schools, in the order of the draw
 */
public record SchoolStratum(
        PlaceCode place, SchoolStage stage, List<SchoolNeed> needs, List<FrameSchool> frame, List<DrawnSchool> drawn) {
    public SchoolStratum {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(stage, "stage");
        needs = List.copyOf(needs);
        frame = List.copyOf(frame);
        drawn = List.copyOf(drawn);
    }

    public long students() {
        return frame.stream().mapToLong(FrameSchool::students).sum();
    }

    public int classes() {
        return frame.stream().mapToInt(FrameSchool::classes).sum();
    }
}
