package org.gongshi.benchmarks.statistics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Invented responses in files of one column each, one byte (school: two, little-endian) a respondent: what each contender reads.
 * 12 places × 3 audiences × 100 schools, 2 × 4 weighting cells, 20 items with codes 0 to 4.
 */
final class Columns {
    static final int PIECE = 1 << 16;

    private final Path folder;
    private final int rows;

    Columns(Path folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    Path folder() {
        return folder;
    }

    int rows() {
        return rows;
    }

    Path stratum() {
        return folder.resolve("stratum.bin");
    }

    Path school() {
        return folder.resolve("school.bin");
    }

    Path sex() {
        return folder.resolve("sex.bin");
    }

    Path age() {
        return folder.resolve("age.bin");
    }

    Path item(int item) {
        return folder.resolve("item" + (item + 1) + ".bin");
    }

    /** Writes the files; the same seed gives the same bytes. */
    void invent(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        int[] schoolOfRow = new int[rows];
        try (OutputStream strata = open(stratum());
                OutputStream schools = open(school());
                OutputStream sexes = open(sex());
                OutputStream ages = open(age())) {
            for (int row = 0; row < rows; row++) {
                int school = random.nextInt(SyntheticCells.PLACES * SyntheticCells.AUDIENCES * SyntheticCells.SCHOOLS);
                schoolOfRow[row] = school;
                strata.write(school / SyntheticCells.SCHOOLS);
                schools.write(school);
                schools.write(school >>> 8);
                sexes.write(random.nextInt(SyntheticCells.SEXES));
                ages.write(random.nextInt(SyntheticCells.AGES));
            }
        }
        for (int item = 0; item < SyntheticCells.ITEMS; item++) {
            try (OutputStream codes = open(item(item))) {
                for (int row = 0; row < rows; row++) {
                    // Schools differ, so that the design effect is not 1.
                    double liking = 0.55 + 0.15 * Math.sin(schoolOfRow[row] + item);
                    int code = 0;
                    for (int step = 0; step < SyntheticCells.OPTIONS - 1; step++) {
                        code += random.nextDouble() < liking ? 1 : 0;
                    }
                    codes.write(code);
                }
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), PIECE);
    }

    /** Takes one piece of a column. */
    interface Piece {
        void take(int first, byte[] bytes, int many);
    }

    /** Reads a column of single bytes, piece by piece. */
    static void read(Path file, Piece piece) {
        byte[] bytes = new byte[PIECE];
        int first = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int many = in.readNBytes(bytes, 0, PIECE); many > 0; many = in.readNBytes(bytes, 0, PIECE)) {
                piece.take(first, bytes, many);
                first += many;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
