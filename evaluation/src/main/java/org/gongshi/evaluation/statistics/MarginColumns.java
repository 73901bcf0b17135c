package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of 0 and 1 that say which category of each margin a cell belongs to, kept as one category number a margin
 * instead of a matrix.
 */
final class MarginColumns {
    /** Category of every cell for each margin, −1: the cell takes no part. */
    private final int[][] category;

    private final int[] offset;
    private final int width;

    MarginColumns(int[][] category, int[] categories) {
        this.category = category;
        this.offset = new int[categories.length];
        int sum = 0;
        for (int margin = 0; margin < categories.length; margin++) {
            offset[margin] = sum;
            sum += categories[margin];
        }
        this.width = sum;
    }

    /** Categories of all margins together. */
    int columns() {
        return width;
    }

    /** The cell's category of each margin, −1: none. */
    List<Integer> categories(int cell) {
        return Arrays.stream(category).map(margin -> margin[cell]).toList();
    }

    /** Adds {@code amount} to the columns of the cell. */
    void add(double[] totals, int cell, double amount) {
        for (int margin = 0; margin < category.length; margin++) {
            if (category[margin][cell] >= 0) {
                totals[offset[margin] + category[margin][cell]] += amount;
            }
        }
    }

    /** The sum of the coefficients of the cell's columns. */
    double dot(double[] coefficients, int cell) {
        double sum = 0;
        for (int margin = 0; margin < category.length; margin++) {
            if (category[margin][cell] >= 0) {
                sum += coefficients[offset[margin] + category[margin][cell]];
            }
        }
        return sum;
    }

    /** The normal equations X'DX of the columns, with the given mass D of every cell. */
    NormalEquations system(double[] mass) {
        double[][] gram = new double[width][width];
        for (int cell = 0; cell < mass.length; cell++) {
            if (mass[cell] != 0) {
                addProducts(gram, cell, mass[cell]);
            }
        }
        return new NormalEquations(gram);
    }

    private void addProducts(double[][] gram, int cell, double mass) {
        for (int a = 0; a < category.length; a++) {
            for (int b = 0; b < category.length; b++) {
                if (category[a][cell] >= 0 && category[b][cell] >= 0) {
                    gram[offset[a] + category[a][cell]][offset[b] + category[b][cell]] += mass;
                }
            }
        }
    }
}
