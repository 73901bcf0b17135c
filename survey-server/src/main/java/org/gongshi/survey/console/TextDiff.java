package org.gongshi.survey.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which lines of a text go (−) and come (+), each with its number. */
final class TextDiff {
    /** The library may tell of what comes before it tells of what goes at the same place. */
    private static final Comparator<AbstractDelta<String>> GOES_FIRST = Comparator.comparing(
                    (AbstractDelta<String> delta) -> delta.getSource().getPosition())
            .thenComparing(delta -> delta.getSource().size() == 0);

    private TextDiff() {}

    static List<String> of(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas().stream()
                .sorted(GOES_FIRST)
                .forEach(delta -> {
                    add("−", delta.getSource(), lines);
                    add("+", delta.getTarget(), lines);
                });
        return lines;
    }

    private static void add(String sign, Chunk<String> chunk, List<String> lines) {
        int number = chunk.getPosition();
        for (String line : chunk.getLines()) {
            lines.add(sign + " " + ++number + "  " + line);
        }
    }
}
