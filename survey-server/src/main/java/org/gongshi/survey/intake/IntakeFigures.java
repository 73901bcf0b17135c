package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the intake has done since its start (收卷指标): totals alone, nothing by place or audience.
 *
 * @param acknowledged answers kept and told so
 * @param retried answers that were recognised as kept before
 * @param refused by reason: {@code code-spent}, {@code not-open}, {@code invalid}, {@code queue-full}, {@code not-durable}
 * @param batches batches that the writer decided
 * @param batched submissions in them
 * @param commits batches by how long they took until durable: upper bound in milliseconds to number, cumulative
 * @param commitMillis milliseconds of all batches together
 */
public record IntakeFigures(
        long acknowledged,
        long retried,
        SortedMap<String, Long> refused,
        long batches,
        long batched,
        SortedMap<Long, Long> commits,
        double commitMillis) {
    /** Before anything has come. */
    public static final IntakeFigures NONE = new IntakeFigures(0, 0, new TreeMap<>(), 0, 0, new TreeMap<>(), 0);

    public IntakeFigures {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        commits = Collections.unmodifiableSortedMap(new TreeMap<>(commits));
    }

    static IntakeFigures of(
            long acknowledged,
            long retried,
            Map<String, Long> refused,
            long batches,
            long batched,
            Map<Long, Long> commits,
            double commitMillis) {
        return new IntakeFigures(
                acknowledged, retried, new TreeMap<>(refused), batches, batched, new TreeMap<>(commits), commitMillis);
    }
}
