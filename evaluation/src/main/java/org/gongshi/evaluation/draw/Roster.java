package org.gongshi.evaluation.draw;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;

/**
 * The people among whom is drawn (督学名册), in the order of their numbers as texts, so that the order of the file's rows changes
 * nothing.
 */
public record Roster(List<Inspector> inspectors) {
    public Roster {
        Map<String, Inspector> byId = new LinkedHashMap<>();
        inspectors.stream()
                .sorted(Comparator.comparing(Inspector::id))
                .forEach(each -> Require.that(
                        byId.putIfAbsent(each.id(), each) == null,
                        "an inspector stands twice on the roster: ",
                        each.id()));
        inspectors = List.copyOf(byId.values());
    }

    /** Those who can take part. */
    public List<Inspector> available() {
        return inspectors.stream().filter(Inspector::available).toList();
    }

    /** Available people by group. */
    Map<String, Integer> groups() {
        Map<String, Integer> groups = new TreeMap<>();
        available().forEach(each -> groups.merge(each.group(), 1, Integer::sum));
        return groups;
    }
}
