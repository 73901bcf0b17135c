package org.gongshi.survey.handover;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.evaluation.digest.RunningDigest;

/** A ZIP file of which every entry is written while it is made, with the checksums of all at its end. */
final class PackFile implements AutoCloseable {
    /** The earliest time a ZIP file can tell: when it was made is of no account. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    PackFile(OutputStream to) {
        zip = new ZipOutputStream(to);
    }

    /** Writes what an entry holds. */
    interface Entry {
        void write(OutputStream to) throws IOException;
    }

    void put(String name, Entry entry) throws IOException {
        var digest = new RunningDigest();
        begin(name);
        entry.write(new Digested(zip, digest));
        zip.closeEntry();
        sums.append(digest.digest().hex()).append("  ").append(name).append('\n');
    }

    void put(String name, String text) throws IOException {
        put(name, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The checksums of everything before, in {@code sha256sum}'s format. */
    void end(String name) throws IOException {
        begin(name);
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whoever closes it has written the entry, and not the file. */
    private static final class Digested extends FilterOutputStream {
        private final RunningDigest digest;

        Digested(OutputStream out, RunningDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.add(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
