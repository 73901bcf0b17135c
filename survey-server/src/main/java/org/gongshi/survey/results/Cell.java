package org.gongshi.survey.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of one cell: all that is ever needed of its sheets. Every number is a sum over sheets, so that cells of two
 * halves of the answers add up to the cell of the whole.
 */
final class Cell {
    /** Compares by content alone: what order the cells of a stratum take must not depend on the school's number. */
    static final Comparator<Cell> BY_CONTENT = Comparator.<Cell>comparingInt(cell -> cell.sheets)
            .thenComparing(cell -> cell.options, Arrays::compare)
            .thenComparing(cell -> cell.indices, Cell::compareMaps)
            .thenComparing(cell -> cell.answers, Cell::compareMaps);

    private final int width;
    private final int[] options;
    private final TreeMap<Double, Integer> indices = new TreeMap<>();
    private final TreeMap<AnswerCount, Integer> answers = new TreeMap<>();
    private int sheets;

    /** @param width options of the scale, and one more for 不了解 */
    Cell(int items, int width) {
        this.width = width;
        this.options = new int[items * width];
    }

    void addSheet(AnswerCount count) {
        sheets++;
        answers.merge(count, 1, Integer::sum);
    }

    void addAnswer(int item, int option) {
        options[item * width + option]++;
    }

    void addIndex(double index) {
        indices.merge(index, 1, Integer::sum);
    }

    /** A cell of the same questionnaire without any sheet. */
    Cell empty() {
        return new Cell(options.length / width, width);
    }

    /** Adds what another cell of the same questionnaire has counted. */
    void merge(Cell other) {
        for (int at = 0; at < options.length; at++) {
            options[at] += other.options[at];
        }
        other.indices.forEach((index, persons) -> indices.merge(index, persons, Integer::sum));
        other.answers.forEach((count, persons) -> answers.merge(count, persons, Integer::sum));
        sheets += other.sheets;
    }

    /** Whether every count is the same. */
    boolean sameAs(Cell other) {
        return width == other.width && BY_CONTENT.compare(this, other) == 0;
    }

    /** Answer sheets. */
    int sheets() {
        return sheets;
    }

    /** Sheets on which the item has that option; the last one is 不了解. */
    int count(int item, int option) {
        return options[item * width + option];
    }

    /** Person index (个人指数) → how many persons have it. */
    Map<Double, Integer> indices() {
        return indices;
    }

    /** Valid and satisfied answers of a person → how many persons. */
    Map<AnswerCount, Integer> answers() {
        return answers;
    }

    private static <K extends Comparable<K>> int compareMaps(TreeMap<K, Integer> left, TreeMap<K, Integer> right) {
        Iterator<Map.Entry<K, Integer>> others = right.entrySet().iterator();
        for (Map.Entry<K, Integer> entry : left.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<K, Integer> other = others.next();
            int byKey = entry.getKey().compareTo(other.getKey());
            int order = byKey != 0 ? byKey : entry.getValue().compareTo(other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
