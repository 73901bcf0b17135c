package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text go (−) and come (+), each with its number: a longest common subsequence (Hunt and Szymanski's problem). */
final class TextDiff {
    /** Of longer middles only the lines that one side has and the other has not are told apart. */
    private static final int MOST_CELLS = 6_000_000;

    private final List<String> lines = new ArrayList<>();

    private TextDiff() {}

    static List<String> of(List<String> before, List<String> after) {
        int head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var diff = new TextDiff();
        diff.middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head);
        return diff.lines;
    }

    private void middle(List<String> before, List<String> after, int head) {
        int rows = before.size();
        int columns = after.size();
        boolean small = (long) (rows + 1) * (columns + 1) <= MOST_CELLS;
        int[][] longest = small ? longest(before, after) : new int[0][0];
        int row = 0;
        int column = 0;
        while (row < rows || column < columns) {
            boolean both = row < rows && column < columns;
            if (small && both && before.get(row).equals(after.get(column))) {
                row++;
                column++;
            } else if (row < rows
                    && (!small || column >= columns || longest[row + 1][column] >= longest[row][column + 1])) {
                lines.add("− " + (head + row + 1) + "  " + before.get(row++));
            } else {
                lines.add("+ " + (head + column + 1) + "  " + after.get(column++));
            }
        }
    }

    private static int[][] longest(List<String> before, List<String> after) {
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int row = before.size() - 1; row >= 0; row--) {
            for (int column = after.size() - 1; column >= 0; column--) {
                longest[row][column] = before.get(row).equals(after.get(column))
                        ? longest[row + 1][column + 1] + 1
                        : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        return longest;
    }
}
