package org.gongshi.generator.importing;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A content file made from a workbook, and the cell behind each of its lines.
 *
 * @param name relative to the content folder
 * @param cells by line number, from 1; then by column of a CSV file, or under the empty text
 */
record PlainFile(String name, String text, Map<Integer, Map<String, CellAt>> cells) {
    PlainFile {
        cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
