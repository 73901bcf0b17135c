package org.gongshi.survey.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an attacker makes of a database file and its log (SQLite file format §4): the state after every commit that the
 * log still holds, and so what came in with each of them.
 */
final class WalImage {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final Path database;
    private final Path log;
    private final Path work;

    WalImage(Path database, Path work) {
        this.database = database;
        this.log = database.resolveSibling(database.getFileName() + "-wal");
        this.work = work;
    }

    /** The keys that each commit brought, in order; the query gives one text column. */
    List<Set<String>> gains(String query) throws IOException, SQLException {
        List<Set<String>> gains = new ArrayList<>();
        byte[] image = Files.readAllBytes(database);
        Set<String> before = keys(image, query);
        for (List<ByteBuffer> commit : commits()) {
            for (ByteBuffer frame : commit) {
                image = applied(image, frame);
            }
            Set<String> after = keys(image, query);
            Set<String> gain = new HashSet<>(after);
            gain.removeAll(before);
            gains.add(gain);
            before = after;
        }
        return gains;
    }

    private List<List<ByteBuffer>> commits() throws IOException {
        List<List<ByteBuffer>> commits = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.exists(log) ? Files.readAllBytes(log) : new byte[0]);
        if (bytes.capacity() < HEADER) {
            return commits;
        }
        int frame = FRAME_HEADER + bytes.getInt(8);
        List<ByteBuffer> open = new ArrayList<>();
        for (int at = HEADER; at + frame <= bytes.capacity(); at += frame) {
            boolean current = bytes.getLong(at + 8) == bytes.getLong(16);
            if (current) {
                open.add(bytes.slice(at, frame));
                if (bytes.getInt(at + 4) != 0) {
                    commits.add(open);
                    open = new ArrayList<>();
                }
            }
        }
        return commits;
    }

    private static byte[] applied(byte[] image, ByteBuffer frame) {
        int size = frame.capacity() - FRAME_HEADER;
        int at = (frame.getInt(0) - 1) * size;
        byte[] longEnough = image.length >= at + size ? image : java.util.Arrays.copyOf(image, at + size);
        frame.get(FRAME_HEADER, longEnough, at, size);
        return longEnough;
    }

    private Set<String> keys(byte[] image, String query) throws IOException, SQLException {
        Path file = Files.createTempFile(work, "image", ".db");
        Files.write(file, image);
        Set<String> keys = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        Files.delete(file);
        return keys;
    }
}
