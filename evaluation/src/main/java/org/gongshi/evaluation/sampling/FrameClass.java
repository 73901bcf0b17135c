package org.gongshi.evaluation.sampling;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * A class of the frame (抽样框中的班级).
 *
 * @param school the school's label, one line, unique in its place and stage
 * @param name the class's label, unique in its school
 * @param students 1 or more
 */
public record FrameClass(PlaceCode place, SchoolStage stage, String school, String name, int students) {
    public FrameClass {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(stage, "stage");
        Require.text(school, "school");
        Require.text(name, "name");
        Require.that(students >= 1, "a class has students");
    }
}
