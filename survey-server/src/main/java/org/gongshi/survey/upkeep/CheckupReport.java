package org.gongshi.survey.upkeep;

import java.util.List;

/**
 * What {@code doctor} found (体检结果), in Chinese, one finding a line.
 *
 * @param sound what is in order
 * @param notes what the operator should know though nothing is broken
 * @param faults what is broken, and how to mend it
 */
public record CheckupReport(List<String> sound, List<String> notes, List<String> faults) {
    public CheckupReport {
        sound = List.copyOf(sound);
        notes = List.copyOf(notes);
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
