package org.gongshi.survey.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;

/** A frame as CSV: one table a file. */
final class CsvFrame {
    private CsvFrame() {}

    static Optional<FrameTable> read(SourceFile file, Findings findings) {
        Optional<String> text = file.text(findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = text.get()
                .lines()
                .findFirst()
                .map(line -> Arrays.stream(line.replace("\"", "").split(","))
                        .map(String::strip)
                        .toList())
                .orElse(List.of());
        Optional<FrameColumns.Header> header = FrameColumns.of(first);
        if (header.isEmpty()) {
            findings.error(file.at(1, 1), "第一行不是抽样框的表头", "应为 " + FrameColumns.expected());
        }
        return header.flatMap(found -> CsvFile.read(file, found.names(), findings)
                .map(table -> new FrameTable(
                        found.table(),
                        table.rows().stream().map(row -> row(row, found)).toList())));
    }

    private static FrameRow row(CsvRow row, FrameColumns.Header header) {
        Map<String, FrameRow.Cell> cells = new HashMap<>();
        List<String> english = header.table().english();
        for (int column = 0; column < english.size(); column++) {
            String name = header.names().get(column);
            cells.put(english.get(column), new FrameRow.Cell(row.at(name), row.text(name)));
        }
        return new FrameRow(row.at(), cells);
    }
}
