package org.gongshi.evaluation.statistics;

import java.util.stream.IntStream;

/**
 * Counts by cell, question and option (计数), taken from columns of bytes in one pass: the sufficient statistic of every estimate
 * of single questions. Its size depends on cells and options, not on the number of respondents.
 *
 * <p>Different questions may be counted by different threads at once; one question may not.
 */
public final class OptionCounts {
    private final int cells;
    private final int width;
    private final int[][] counts;

    /**
     * @param options how many options a question has; their codes are 0 to options − 1
     * @throws IllegalArgumentException when a question would need more than 2³¹ counts
     */
    public OptionCounts(int cells, int questions, int options) {
        if (cells < 1 || questions < 1 || options < 1 || options > 255 || (long) cells * (options + 1) > 1 << 30) {
            throw new IllegalArgumentException(cells + " cells, " + questions + " questions, " + options + " options");
        }
        this.cells = cells;
        this.width = options + 1;
        this.counts = new int[questions][cells * width];
    }

    /**
     * Adds answers to one question.
     *
     * @param cellOfRow cell of every respondent
     * @param first the respondent to whom {@code codes[0]} belongs
     * @param codes option codes; any other byte is no valid answer
     * @param rows how many of {@code codes} count
     */
    public void add(int question, int[] cellOfRow, int first, byte[] codes, int rows) {
        int[] own = counts[question];
        int options = width - 1;
        for (int row = 0; row < rows; row++) {
            // Whatever is no code falls into the last column; negative bytes are above 127 as unsigned.
            int code = Math.min(codes[row] & 0xFF, options);
            own[cellOfRow[first + row] * width + code]++;
        }
    }

    /** How many respondents of a cell chose the option. */
    public int count(int question, int cell, int option) {
        if (option < 0 || option >= width - 1) {
            throw new IllegalArgumentException("no option " + option);
        }
        return counts[question][cell * width + option];
    }

    /** Respondents of every cell by one question, with those who gave no valid answer. */
    public int[] respondents(int question) {
        return IntStream.range(0, cells)
                .map(cell -> IntStream.range(cell * width, (cell + 1) * width)
                        .map(at -> counts[question][at])
                        .sum())
                .toArray();
    }

    /** The answers to a question; option {@code o} is worth {@code optionValues[o]} points. */
    public Answers answers(int question, double... optionValues) {
        if (optionValues.length != width - 1) {
            throw new IllegalArgumentException(optionValues.length + " values for " + (width - 1) + " options");
        }
        int[] valid = new int[cells * optionValues.length];
        for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(counts[question], cell * width, valid, cell * optionValues.length, optionValues.length);
        }
        return Answers.ofOptionCounts(cells, valid, optionValues);
    }
}
