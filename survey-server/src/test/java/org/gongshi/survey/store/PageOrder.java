package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What an attacker reads off a page (SQLite file format §1.6): cells are laid from the end of the page towards its front,
 * so their offsets tell in which order they came, whatever their keys are.
 */
final class PageOrder {
    private static final int INDEX_LEAF = 0x0a;
    private static final int POINTERS = 8;

    private PageOrder() {}

    /** The keys (32 bytes, hex) of every leaf that holds such keys, oldest cell first. */
    static List<List<String>> leaves(Path database) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(database));
        int size = file.getShort(16) == 1 ? 65_536 : file.getShort(16) & 0xffff;
        List<List<String>> leaves = new ArrayList<>();
        for (int at = 0; at < file.capacity(); at += size) {
            if (at > 0 && file.get(at) == INDEX_LEAF) {
                List<String> keys = keys(file.slice(at, size));
                if (!keys.isEmpty()) {
                    leaves.add(keys);
                }
            }
        }
        return leaves;
    }

    private static List<String> keys(ByteBuffer page) {
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < page.getShort(3); i++) {
            cells.add(page.getShort(POINTERS + 2 * i) & 0xffff);
        }
        return cells.stream()
                .sorted(Comparator.reverseOrder())
                .map(cell -> key(page, cell))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Cell: payload length, then the record: header length, serial types, the first of them a blob of 32 bytes. */
    private static String key(ByteBuffer page, int cell) {
        int at = cell + varintLength(page, cell);
        int header = page.get(at);
        boolean blobOf32 = page.get(at + 1) == 12 + 2 * 32;
        if (!blobOf32) {
            return "";
        }
        byte[] key = new byte[32];
        page.get(at + header, key);
        return HexFormat.of().formatHex(key);
    }

    private static int varintLength(ByteBuffer page, int at) {
        int length = 1;
        while ((page.get(at + length - 1) & 0x80) != 0) {
            length++;
        }
        return length;
    }
}
