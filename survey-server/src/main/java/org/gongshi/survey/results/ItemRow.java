package org.gongshi.survey.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One item of one row as computed.
 *
 * @param mean points, 0 to 100
 * @param satisfied percent
 * @param options by option value of the scale
 * @param dontKnow 不了解 among all who answered the item or chose it
 */
record ItemRow(
        String code,
        Figure mean,
        Figure satisfied,
        OptionCount satisfiedCount,
        Map<Integer, OptionCount> options,
        OptionCount dontKnow) {
    ItemRow {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
