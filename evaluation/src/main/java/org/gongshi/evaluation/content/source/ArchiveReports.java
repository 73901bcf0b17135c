package org.gongshi.evaluation.content.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.digest.RunningDigest;

/**
 * The file of archived reports, batch by batch (归档报告), so that a file of any length needs the memory of one batch. Not
 * thread-safe; the batches may be worked on by other threads.
 */
public final class ArchiveReports implements AutoCloseable {
    private static final int BLOCK = 1 << 19;
    private static final int LONGEST_LINE = 10_000_000;

    private final InputStream in;
    private final RunningDigest digest = new RunningDigest();
    private byte[] rest = new byte[0];
    private int line = 1;
    private boolean ended;

    /** @param in the bytes of the file; closed with this */
    public ArchiveReports(InputStream in) {
        this.in = in;
    }

    /**
     * Whole lines of the file.
     *
     * @param firstLine number of the first line, from 1
     * @param bytes the lines with their ends; the last may lack it
     */
    public record Batch(int firstLine, byte[] bytes) {}

    /**
     * The next lines; empty at the end of the file.
     *
     * @throws IOException when the file cannot be read, or a line is longer than the largest file of the content may be
     */
    public Optional<Batch> next() throws IOException {
        byte[] block = rest;
        int end = -1;
        while (end < 0 && !ended) {
            int before = block.length;
            if (before > LONGEST_LINE) {
                throw new IOException("归档报告第 " + line + " 行超过 10 MB");
            }
            block = Arrays.copyOf(block, before + BLOCK);
            int read = in.readNBytes(block, before, BLOCK);
            digest.add(block, before, read);
            ended = read < BLOCK;
            block = ended ? Arrays.copyOf(block, before + read) : block;
            end = lastLineEnd(block);
        }
        int length = ended ? block.length : end + 1;
        rest = Arrays.copyOfRange(block, length, block.length);
        if (length == 0) {
            return Optional.empty();
        }
        Batch batch = new Batch(line, length == block.length ? block : Arrays.copyOf(block, length));
        line += lines(batch.bytes());
        return Optional.of(batch);
    }

    /** Digest of the whole file, once it was read to its end. */
    public Digest digest() {
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static int lastLineEnd(byte[] block) {
        int at = block.length - 1;
        while (at >= 0 && block[at] != '\n') {
            at--;
        }
        return at;
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
