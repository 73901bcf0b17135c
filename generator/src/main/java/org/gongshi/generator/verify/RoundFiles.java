package org.gongshi.generator.verify;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The downloads of one round.
 *
 * @param folder where the round's pages stand, {@code 2025/} or {@code 990100/2025/}; its downloads stand under {@code data/}
 * @param tables by name
 */
record RoundFiles(String folder, Map<String, CsvTable> tables) {
    /** Tables that are recomputed; others are only held against the pages. */
    static final List<String> NAMES = List.of(
            "indicators",
            "scores",
            "grades",
            "areas",
            "survey",
            "analysis",
            "problems",
            "outcomes",
            "calendar",
            "stages",
            "inspection",
            "objections",
            DeviationRecount.TABLE);

    RoundFiles {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    /** Reads what there is; what cannot be read is told. */
    static RoundFiles read(SiteSource source, String folder, Iterable<String> listed, Consumer<Fault> faults) {
        Map<String, CsvTable> tables = new TreeMap<>();
        for (String path : listed) {
            String name = name(path, folder);
            if (NAMES.contains(name) && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                try {
                    tables.put(name, CsvTable.parse(bytes.bytes()));
                } catch (IllegalArgumentException fault) {
                    faults.accept(new Fault(FaultKind.NUMBER, path, "无法读取表格：" + fault.getMessage()));
                }
            }
        }
        return new RoundFiles(folder, tables);
    }

    Optional<CsvTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    String path(String table) {
        return "data/" + folder + table + ".csv";
    }

    private static String name(String path, String folder) {
        String start = "data/" + folder;
        return path.startsWith(start) && path.endsWith(".csv")
                ? path.substring(start.length(), path.length() - ".csv".length())
                : "";
    }
}
