package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.release.CsvCells;
import org.gongshi.survey.store.StoreFault;

/**
 * The tables of a round on the public site (公开数据): what went through the gate, was approved and published, and nothing else. A text
 * that a spreadsheet would run has an apostrophe in front there, which is taken off.
 */
final class PublishedTables {
    private final Optional<Path> folder;

    private PublishedTables(Optional<Path> folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /** A league's site under a region's has its tables in a folder of its own. */
    static PublishedTables of(Path site, RoundKey round) {
        Path data = site.resolve("data");
        return new PublishedTables(Stream.of(
                        data.resolve(round.organizer().value())
                                .resolve(round.year().toString()),
                        data.resolve(round.year().toString()))
                .filter(one -> Files.exists(one.resolve("grades.csv")))
                .findFirst());
    }

    /** The rows of a table by column; none where there is no such table. */
    List<Map<String, String>> rows(String table) {
        Optional<Path> file = folder.map(one -> one.resolve(table + ".csv")).filter(Files::exists);
        return file.map(PublishedTables::read).orElse(List.of());
    }

    private static List<Map<String, String>> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new StoreFault("公开数据无法读取：" + file, fault);
        }
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        List<List<String>> records = CsvCells.of(plain).stream()
                .map(record -> record.stream().map(cell -> cell.value(plain)).toList())
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < Math.min(record.size(), records.get(0).size()); column++) {
                row.put(records.get(0).get(column), SpreadsheetCell.bare(record.get(column)));
            }
            rows.add(row);
        }
        return rows;
    }
}
