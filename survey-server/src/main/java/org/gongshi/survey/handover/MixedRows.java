package org.gongshi.survey.handover;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.Require;

/**
 * Rows in random order (随机重排的行), of which memory holds eight bytes each: they lie in a file without a name, which goes with this process, and
 * is no more than what lies in the data folder anyway.
 */
final class MixedRows implements AutoCloseable {
    private static final String BETWEEN = ",";
    private static final int LENGTH_BITS = 20;
    private static final long LENGTH = (1L << LENGTH_BITS) - 1;

    private final FileChannel file;
    private final OutputStream out;
    private long[] places = new long[1024];
    private int count;
    private long end;

    private MixedRows(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    /** Takes what is written of a row. */
    interface Writer {
        void row(int number, List<String> cells) throws IOException;
    }

    /** @param folder where raw rows may lie; nothing stays in it */
    static MixedRows in(Path folder) throws IOException {
        Path named = Files.createTempFile(folder, "rows", ".tmp");
        return new MixedRows(FileChannel.open(
                named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** @param cells without a comma: codes and numbers */
    void add(List<String> cells) {
        Require.that(cells.stream().noneMatch(cell -> cell.contains(BETWEEN)), "cells are codes and numbers");
        byte[] row = String.join(BETWEEN, cells).getBytes(StandardCharsets.UTF_8);
        Require.that(row.length <= LENGTH, "a row has at most a million bytes");
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = end << LENGTH_BITS | row.length;
        end += row.length;
        try {
            out.write(row);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Fisher and Yates's shuffle. */
    void mix(RandomGenerator random) {
        for (int at = count - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            long place = places[at];
            places[at] = places[other];
            places[other] = place;
        }
    }

    /** Hands over every row in its order, numbered from 1; as often as it is asked. */
    void forEach(Writer writer) throws IOException {
        out.flush();
        for (int at = 0; at < count; at++) {
            writer.row(at + 1, Arrays.asList(read(places[at]).split(BETWEEN, -1)));
        }
    }

    private String read(long place) throws IOException {
        ByteBuffer row = ByteBuffer.allocate((int) (place & LENGTH));
        long from = place >>> LENGTH_BITS;
        while (row.hasRemaining() && file.read(row, from + row.position()) >= 0) {
            continue;
        }
        return new String(row.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
